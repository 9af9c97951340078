using System.Text;
using Soundoff.Mail.Matching;
using Soundoff.Mail.Reading;
using Soundoff.Site;

namespace Soundoff.Tests.Shows;

public sealed class ContactAddressTests
{
    private static readonly ContactAddress Contact = new("contact", "radio.example");

    [Theory]
    [InlineData("hanoi", "contact+hanoi")]
    [InlineData("السوق", "contact+السوق")]
    public void A_slug_that_fits_a_mailbox_is_written_whole(string slug, string mailbox) => Assert.Equal(mailbox, Contact.MailboxFor(slug));

    [Theory]
    [InlineData("what-the-night-train-to-trieste-taught-us-about-waiting-rooms-and-clocks")]
    [InlineData("почему-ночной-поезд-в-триест-никогда-не-опаздывал")]
    public void Of_a_long_slug_the_mailbox_holds_a_beginning_that_finds_the_episode(string slug)
    {
        var mailbox = Contact.MailboxFor(slug);
        Assert.InRange(Encoding.UTF8.GetByteCount(mailbox), ContactAddress.ShortestTag, 64);
        var shows = new ShowDirectory([new ShowEntry
        {
            Show = "rail",
            Contact = Contact,
            Urls = new SiteUrls(new Uri("https://radio.example/")),
            Episodes = [new EpisodeEntry { Slug = slug, Title = "One", Date = default }, new EpisodeEntry { Slug = "what-else", Title = "Two", Date = default }],
        }]);
        var match = EpisodeMatcher.Match(new ReadMail(), new Delivery { Received = DateTimeOffset.UnixEpoch, To = [$"{mailbox}@radio.example"] }, shows);
        Assert.Equal(mailbox == "contact" ? (null, EpisodeRules.Show) : (slug, EpisodeRules.Recipient), (match.Slug, match.Rule));
    }

    [Fact]
    public void A_beginning_too_short_to_tell_episodes_apart_is_left_out() => Assert.Equal("contact", Contact.MailboxFor(new string('列', 60)));
}

using Soundoff.Mail.Matching;
using Soundoff.Mail.Reading;

namespace Soundoff.Tests.Mail.Sorting;

public class EpisodeMentionsTests
{
    private static readonly ReadMail Mail = new()
    {
        Address = "ana@listener.example",
        Answers = ["ack.airwaves.from-2019.1@airwaves.example", "ack.airwaves.hope.1@airwaves.example"],
        Text = "See https://airwaves.example/airwaves/years-ago/",
        WholeText = "See https://airwaves.example/airwaves/years-ago/",
    };

    private static readonly Delivery Delivery = new() { Received = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), To = ["contact+lost@airwaves.example"] };

    [Fact]
    public void What_the_directory_does_not_hold_is_named_so_that_the_catalog_can_be_asked() =>
        Assert.Equal(["lost", "from-2019", "years-ago"], EpisodeMentions.Unknown(Mail, Delivery, SortingFixture.AllShows).Select(m => m.Slug));

    [Fact]
    public void An_episode_the_catalog_knows_is_matched_once_it_is_added()
    {
        var old = new EpisodeEntry { Slug = "lost", Title = "Lost", Date = new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var match = EpisodeMatcher.Match(Mail, Delivery, SortingFixture.AllShows.With("airwaves", old));
        Assert.Equal(new EpisodeMatch("airwaves", "lost", EpisodeRules.Recipient), match);
    }

    [Fact]
    public void A_link_broken_over_lines_may_end_where_the_line_does()
    {
        var mail = Mail with { Answers = [], WholeText = "https://airwaves.example/airwaves/night-\ntrains-north\nand on" };
        var slugs = EpisodeMentions.Unknown(mail, Delivery with { To = [] }, SortingFixture.AllShows).Select(m => m.Slug);
        Assert.Contains("night-trains-north", slugs);
    }

    [Fact]
    public void No_message_makes_the_catalog_be_asked_without_end()
    {
        var text = string.Join('\n', Enumerable.Range(0, 5000).Select(i => $"https://airwaves.example/airwaves/e{i}/"));
        Assert.Equal(20, EpisodeMentions.Unknown(Mail with { WholeText = text }, Delivery, SortingFixture.AllShows).Count);
    }
}

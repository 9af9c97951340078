using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting;

namespace Soundoff.Tests.Mail.Sorting;

public class LetterKeyTests
{
    private static readonly ReadMail Mail = new() { MessageId = "a@b.example", Address = "ana@listener.example", Date = new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero), WholeText = "Hello." };

    [Fact]
    public void One_message_delivered_twice_has_one_key() =>
        Assert.Equal(LetterKey.Of(Mail), LetterKey.Of(Mail with { Subject = "[list] Hello", Address = "other@listener.example", Date = null }));

    [Fact]
    public void Another_text_under_the_same_id_is_another_letter() => Assert.NotEqual(LetterKey.Of(Mail), LetterKey.Of(Mail with { WholeText = "Good night." }));

    [Fact]
    public void Without_an_id_author_date_and_text_tell_letters_apart()
    {
        var nameless = Mail with { MessageId = null };
        Assert.Equal(LetterKey.Of(nameless), LetterKey.Of(nameless with { Date = nameless.Date!.Value.ToOffset(TimeSpan.FromHours(7)) }));
        Assert.NotEqual(LetterKey.Of(nameless), LetterKey.Of(nameless with { Date = nameless.Date.Value.AddSeconds(1) }));
        Assert.NotEqual(LetterKey.Of(nameless), LetterKey.Of(nameless with { Address = "ben@listener.example" }));
    }
}

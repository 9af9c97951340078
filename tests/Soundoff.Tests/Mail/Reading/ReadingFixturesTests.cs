using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting;

namespace Soundoff.Tests.Mail.Reading;

public class ReadingFixturesTests
{
    public static TheoryData<string> Messages => [.. MailTwin.Names];

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_is_read_as_its_twin_says(string name) => MailTwin.AssertMatches(name, MailReader.Take(MailTwin.Raw(name)).Mail);

    [Fact]
    public void Messages_in_twenty_one_languages_are_among_them()
    {
        string[] languages = ["arabic", "chinese", "czech", "danish", "dutch", "english", "finnish", "french", "german", "hebrew", "italian", "japanese", "korean", "norwegian", "polish", "portuguese",
            "russian", "spanish", "swedish", "turkish", "ukrainian"];
        Assert.All(languages, language => Assert.Contains(MailTwin.Names, name => name.Contains(language, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void No_line_of_a_letter_is_lost_between_what_was_kept_and_what_was_quoted(string name)
    {
        var mail = MailReader.Read(MailTwin.Raw(name));
        Assert.Equal(Lines(mail.WholeText), Lines($"{mail.Text}\n{mail.Quoted}"));

        static IEnumerable<string> Lines(string text) => text.Split('\n').Where(l => l.Length > 0).Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void An_attachment_that_may_be_passed_on_opens_to_as_many_bytes_as_it_says(string name)
    {
        var opened = MailReader.Open(MailTwin.Raw(name));
        for (var i = 0; i < opened.Mail.Attachments.Count; i++)
        {
            var attachment = opened.Mail.Attachments[i];
            if (attachment.Handling is AttachmentHandling.Withheld or AttachmentHandling.LeftOut)
            {
                Assert.Throws<InvalidOperationException>(() => opened.OpenAttachment(i));
                continue;
            }

            using var content = opened.OpenAttachment(i);
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            Assert.Equal(attachment.Size, bytes.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Line_ends_of_a_relay_change_neither_text_nor_hash(string name)
    {
        var raw = MailTwin.Raw(name);
        if (name.StartsWith("bare-", StringComparison.Ordinal) || name.StartsWith("charset-", StringComparison.Ordinal)) return;
        var narrow = raw.Where(b => b != '\r').ToArray();
        var (wide, unix) = (MailReader.Read(raw), MailReader.Read(narrow));
        Assert.Equal(wide.Text, unix.Text);
        Assert.Equal(LetterKey.Of(wide), LetterKey.Of(unix));
    }
}

using System.Text;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting;

namespace Soundoff.Tests.Mail.Reading;

public class MailReaderTests
{
    private const string Head = "From: Anna <anna@example.org>\r\nSubject: Trains\r\n";

    [Fact]
    public void A_stream_is_read_from_where_it_stands()
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes($"skipped{Head}\r\nHello."));
        stream.Position = "skipped".Length;
        Assert.Equal("Hello.", MailReader.Read(stream).Text);
    }

    [Fact]
    public void All_fields_are_given_in_their_order_and_found_whatever_their_case()
    {
        var mail = Read($"{Head}X-One: 1\r\nContent-Type: text/plain\r\nx-two: =?utf-8?Q?zw=C3=B6lf?=\r\n folded\r\n\r\nHello.");
        Assert.Equal(["From", "Subject", "X-One", "Content-Type", "x-two"], mail.Headers.Select(h => h.Key));
        Assert.Equal("zwölf folded", mail.Header("X-Two"));
        Assert.Null(mail.Header("X-Three"));
    }

    [Fact]
    public void White_space_does_not_change_the_key_and_words_do()
    {
        var key = LetterKey.Of(Read($"{Head}\r\nOne  two\r\nthree."));
        Assert.Equal(key, LetterKey.Of(Read($"{Head}X-Other: 1\r\n\r\n\r\nOne two three.\r\n\r\n")));
        Assert.NotEqual(key, LetterKey.Of(Read($"{Head}\r\nOne twothree.")));
        Assert.Matches("^[0-9a-f]{64}$", key);
    }

    [Fact]
    public void The_answered_messages_come_nearest_first()
    {
        var mail = Read($"{Head}References: <1@x> <2@x>\r\n <3@x>\r\nIn-Reply-To: <3@x>\r\n\r\nHello.");
        Assert.Equal(["3@x", "2@x", "1@x"], mail.Answers);
    }

    [Fact]
    public void A_date_that_cannot_be_read_is_none()
    {
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 20, 15, 0, TimeSpan.FromHours(2)), Read($"{Head}Date: Mon, 4 May 2026 20:15:00 +0200\r\n\r\nHello.").Date);
        Assert.Null(Read($"{Head}Date: some day\r\n\r\nHello.").Date);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_text_longer_than_any_letter_is_cut_and_said_to_be(int mebibytes)
    {
        var mail = Read($"{Head}\r\n{string.Concat(Enumerable.Repeat("A line of a very long letter.\r\n", mebibytes * 1024 * 1024 / 31 + 1))}");
        Assert.InRange(mail.WholeText.Length, 900_000, MailLimits.TextBytes);
        Assert.Contains("The text is longer than any letter; its end was left out.", mail.Repairs);
    }

    [Theory]
    [InlineData("\r\n--b\r\n\r\n")]
    [InlineData("A: b\r\n")]
    [InlineData("<div>")]
    [InlineData("<a href='https://example.org'>")]
    [InlineData("</p>")]
    [InlineData("> ")]
    [InlineData("On 4 May 2026 at 18:02, x@example.org wrote:\r\n")]
    [InlineData("From: x\r\n")]
    [InlineData("--\r\n")]
    [InlineData("=?utf-8?Q?")]
    [InlineData("x@")]
    [InlineData("begin 644 a\r\n")]
    public void A_message_made_of_one_thing_over_and_over_costs_no_more_than_its_length(string piece)
    {
        var bomb = string.Concat(Enumerable.Repeat(piece, 2 * 1024 * 1024 / piece.Length));
        foreach (var message in new[]
        {
            $"Content-Type: text/plain\r\n\r\n{bomb}", $"Content-Type: text/html\r\n\r\n{bomb}", $"Content-Type: multipart/mixed; boundary=b\r\n\r\n{bomb}", $"X-Bomb: y\r\n{bomb}", $"Subject: {bomb.ReplaceLineEndings("")}\r\n\r\nx",
            $"From: {bomb.ReplaceLineEndings("")}\r\n\r\nx", $"References: {bomb.ReplaceLineEndings("")}\r\n\r\nx",
        })
        {
            var raw = Encoding.ASCII.GetBytes(message);
            var before = GC.GetAllocatedBytesForCurrentThread();
            MailReader.Take(raw);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024 * 1024);
        }
    }

    [Fact]
    public void A_line_of_a_letter_costs_a_slice_and_no_text_of_its_own()
    {
        const int lines = 400;
        var words = new string('x', 60);
        var inLines = Allocated(string.Join('\n', Enumerable.Repeat(words, lines)));
        var inOne = Allocated(string.Join(' ', Enumerable.Repeat(words, lines)));
        Assert.InRange((inLines - inOne) / lines, 0, 32);

        // The least of some: what a pool must get anew now and then does not count.
        static long Allocated(string text)
        {
            var raw = Encoding.ASCII.GetBytes($"{Head}\n{text}");
            var least = long.MaxValue;
            for (var i = 0; i < 10; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                MailReader.Read(raw);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            return least;
        }
    }

    private static ReadMail Read(string message) => MailReader.Read(Encoding.UTF8.GetBytes(message));
}

using MimeKit;
using Soundoff.Mail.Sending;

namespace Soundoff.Tests.Mail.Sending;

public class EmlMessageTests
{
    private static readonly DateTimeOffset Date = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_says_what_the_mail_says_and_survives_seven_bits()
    {
        var (bytes, message) = Written(SampleMail.Full);
        Assert.DoesNotContain(bytes, b => b > 127);
        Assert.Equal("Nächte", message.From.Mailboxes.Single().Name);
        Assert.Equal("Ana Ruíz", message.To.Mailboxes.Single().Name, ignoreWhiteSpaceDifferences: true);
        Assert.Equal("Your letter — thank you", message.Subject);
        Assert.Equal(Date, message.Date);
        Assert.Equal("<p>Thank you, <img src=\"cid:logo\"></p>", message.HtmlBody);
        Assert.Equal("Grüße vom Bahnsteig.txt", message.Attachments.Single().ContentDisposition!.FileName);
        Assert.Contains(message.BodyParts, p => p.ContentId == "logo" && !p.IsAttachment);
    }

    [Fact]
    public void Nothing_hostile_becomes_a_header_field()
    {
        var (_, message) = Written(SampleMail.Full);
        Assert.DoesNotContain(message.Headers, h => h.Id == HeaderId.Bcc);
        Assert.Single(message.Headers, h => h.Id == HeaderId.Subject);
        var set = message.Headers.Where(h => SampleMail.ExpectedHeaders.ContainsKey(h.Field)).ToDictionary(h => h.Field, h => h.Value);
        Assert.Equal(SampleMail.ExpectedHeaders.Keys.Order(), set.Keys.Order());
        Assert.Equal("café Bcc: x@evil.example", set["X-Note"]);
        Assert.Equal("ack-1@radio.example", message.MessageId);
    }

    private static (byte[] Bytes, MimeMessage Message) Written(OutgoingMail mail)
    {
        using var bytes = new MemoryStream();
        using (var message = EmlMessage.Of(mail, Date)) message.WriteTo(bytes, TestContext.Current.CancellationToken);
        return (bytes.ToArray(), MimeMessage.Load(new MemoryStream(bytes.ToArray()), TestContext.Current.CancellationToken));
    }
}

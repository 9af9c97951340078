using Soundoff.Cli.Letters.Posting;
using Soundoff.Mail.Receiving;

namespace Soundoff.Tests.Mail.Receiving;

/// <summary>Posts with some bytes changed, cut out or doubled: whatever they say, something is there to keep, and none throws.</summary>
public class MutatedPostsTests
{
    private const int Rounds = 400;

    [Fact]
    public async Task Every_mutated_post_is_kept_in_some_form()
    {
        var random = new Random(20260301);
        var forms = new Dictionary<MailForm, int>();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Data", "inbound"), "*.eml"))
        {
            var post = InboundPost.Default(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            for (var round = 0; round < Rounds; round++)
            {
                var mutated = post with { Body = Mutate(post.Body, random) };
                var form = await FormAsync(mutated);
                forms[form] = forms.GetValueOrDefault(form) + 1;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", forms.Select(f => $"{f.Key}: {f.Value}")));
        Assert.True(forms[MailForm.Rebuilt] > forms.Values.Sum() / 4, "Too few of the mutated posts were still forms for the test to mean anything.");
    }

    [Theory]
    [InlineData("""{"text":"","html":"?"}""", """{"attachment1":{"type":"","filename":"","content-id":"<>"}}""")]
    [InlineData("""{"text":"a\r\nb","html":"no such charset"}""", """{"attachment1":{"type":"text/x; charset=\"\r\n\"","charset":"","filename":"a\r\nb","content-id":"not an id at all > <\r\nBcc: x"}}""")]
    [InlineData("""{"text":7}""", """{"attachment1":{"type":"multipart/mixed"}}""")]
    [InlineData("[]", """{"attachment1":"no object"}""")]
    [InlineData("{", "[[[[")]
    public async Task Fields_that_say_nonsense_are_as_good_as_missing(string charsets, string info)
    {
        var form = new MultipartBody()
            .Add("headers", "Subject: Hello\n not\u0000sense\nContent-Type: multipart/report; report-type=\"\u0001\"; =\n")
            .Add("text", "Text.").Add("html", "<p>Text.</p>").Add("charsets", charsets).Add("attachment-info", info).Add("content-ids", "{\"\":\"attachment1\"}")
            .Add("attachment1", "file"u8, "..", "?").Add("attachmentX", "no number").Add("attachment99999999999", "no number");
        Assert.Equal(MailForm.Rebuilt, await FormAsync(new(form.ToArray(), MultipartBody.ContentType)));
    }

    [Fact]
    public async Task A_boundary_longer_than_any_is_no_form()
    {
        var post = InboundPost.Default("Subject: Hello\n\nText.\n"u8.ToArray());
        Assert.Equal(MailForm.Unreadable, await FormAsync(post with { ContentType = "multipart/form-data; boundary=" + new string('x', 10_000) }));
    }

    private static async Task<MailForm> FormAsync(InboundPost post)
    {
        await using var body = await ReceivedBody.ReadAsync(new MemoryStream(post.Body), default, null, long.MaxValue, TestContext.Current.CancellationToken);
        await using var message = await InboundMessage.ReadAsync(post.ToRequest(), body!, DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        Assert.True(message.Mail.Size == message.Bytes.Length && (message.Mail.Size > 0 || post.Body.Length == 0), "Nothing is left to keep.");
        return message.Mail.Form;
    }

    private static byte[] Mutate(byte[] body, Random random)
    {
        var bytes = body.ToList();
        for (var change = random.Next(1, 5); change > 0 && bytes.Count > 0; change--)
        {
            var (at, length) = (random.Next(bytes.Count), random.Next(1, 20));
            length = Math.Min(length, bytes.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.Insert(at, (byte)"\r\n\"\0-<:;={"[random.Next(10)]);
                    break;
            }
        }

        return [.. bytes];
    }
}

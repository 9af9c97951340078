using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Azure.Storage.Blobs;
using Soundoff.Account;
using Soundoff.Cli;
using Soundoff.Telemetry;
using Soundoff.Tests.Cli;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Telemetry;

public sealed class OtlpTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly HttpClient _http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Serve_sends_traces_metrics_and_logs_and_nothing_personal()
    {
        await using var receiver = await OtlpReceiverServer.StartAsync();
        _folder.Write("rail/show.yaml", "title: Rail\nlanguage: en\ncontact: contact@radio.example\nmail: { hosts: [ida@hosts.example] }\n");
        _folder.Write("rail/night.md", "---\ntitle: Night trains\n---\nThey run again.");
        var account = azurite.NewAccount();
        var site = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{CommandRun.FreePort()}/"));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var run = CommandLine.RunAsync(
            ["serve", _folder.At("rail"), "--storage", account, "--port", site.Port.ToString(CultureInfo.InvariantCulture), "--smtp-port", "0", "--otlp", receiver.Url.AbsoluteUri], output, error, stop.Token);

        await Eventually.BecomesTrueAsync($"the episode is live ({error})", async () => await StatusAsync(new Uri(site, "rail/night/")) == 200);
        using var letter = new ByteArrayContent(Encoding.UTF8.GetBytes(SampleLetter.Ana().ReplaceLineEndings("\r\n")));
        letter.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        letter.Headers.Add("X-Envelope-From", LetterWorld.Ana);
        letter.Headers.Add("X-Envelope-To", "contact+night@radio.example");
        letter.Headers.Add("X-Spf", "pass");
        using var kept = await _http.PostAsync(new Uri(site, "api/mail"), letter, Cancellation);
        var outbox = new BlobContainerClient(account, Containers.Outbox);
        await Eventually.BecomesTrueAsync("the letter is forwarded and acknowledged", async () => await outbox.GetBlobsAsync(cancellationToken: Cancellation).CountAsync(Cancellation) == 2);
        var token = await TokenAsync(outbox);
        foreach (var path in new[] { "api/review", "api/letter" }) await StatusAsync(new Uri(site, path));
        using var form = new FormUrlEncodedContent([new("link", token)]);
        using var opened = await _http.PostAsync(new Uri(site, "api/letter"), form, Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.OK, opened.StatusCode);
        await stop.CancelAsync();
        Assert.Equal(ExitCode.Good, await run);
        Assert.Contains("by OTLP", output.ToString(), StringComparison.Ordinal);

        var traces = receiver.Text("traces");
        foreach (var span in new[] { Spans.PostEvent, Spans.ReceiveEvent, Spans.Render, Spans.ReceiveMail, Spans.ForwardLetter, Spans.Measure, "BlobClient.", "TableClient.", "QueueClient." }) Assert.Contains(span, traces, StringComparison.Ordinal);
        foreach (var instrument in new[] { "soundoff.publish.latency", "soundoff.queue.age", "soundoff.queue.depth", "soundoff.mails", "soundoff.bytes.written" }) Assert.Contains(instrument, receiver.Text("metrics"), StringComparison.Ordinal);
        // A call of storage is told of by its client alone, without its address.
        Assert.DoesNotContain(new BlobServiceClient(account).Uri.Authority, traces, StringComparison.Ordinal);
        // Nor are the words of refusals, which may quote anything.
        Assert.Contains("NotFound", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("Status: 404", traces, StringComparison.Ordinal);
        Assert.Contains("is kept as Letter", receiver.Text("logs"), StringComparison.Ordinal);
        Assert.True(receiver.TraceIds("logs", field: 9).Overlaps(receiver.TraceIds("traces", field: 1)), "No log record tells of a trace that was sent.");
        foreach (var signal in new[] { "traces", "metrics", "logs" })
        {
            Assert.Contains("service.name", receiver.Text(signal), StringComparison.Ordinal);
            foreach (var secret in new[] { LetterWorld.Ana, LetterWorld.Ida, "Ruiz", "About sleepers", "Trieste", "AccountKey", "sig=", token, token.Split('.')[1] })
                Assert.DoesNotContain(secret, receiver.Text(signal), StringComparison.OrdinalIgnoreCase);
        }
    }

    // The host's link, out of the mail that would have been sent.
    private static async Task<string> TokenAsync(BlobContainerClient outbox)
    {
        await foreach (var blob in outbox.GetBlobsAsync(cancellationToken: Cancellation))
        {
            await using var bytes = await outbox.GetBlobClient(blob.Name).OpenReadAsync(cancellationToken: Cancellation);
            using var message = await MimeKit.MimeMessage.LoadAsync(bytes, Cancellation);
            if (message.To.ToString() == LetterWorld.Ida) return System.Text.RegularExpressions.Regex.Match(message.TextBody ?? "", @"api/review#([\w.\-]+)").Groups[1].Value;
        }

        return "";
    }

    [Theory]
    [InlineData("localhost:4318")]
    [InlineData("ftp://localhost/")]
    public async Task An_address_that_is_none_is_told(string address)
    {
        var run = await CommandRun.Of("serve", "--otlp", address);
        Assert.Equal(ExitCode.Misused, run.ExitCode);
        Assert.Contains("http://localhost:4318/", run.Error + run.Output, StringComparison.Ordinal);
    }

    private async Task<int> StatusAsync(Uri page)
    {
        try
        {
            using var response = await _http.GetAsync(page, Cancellation);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            // Not yet listening.
            return 0;
        }
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Soundoff.Account;
using Soundoff.Cli.Local;
using Soundoff.Tests.Mail.Smtp;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Cli;

/// <summary>Mail to a local run, by every way in, and the outbox it ends in.</summary>
public sealed partial class LocalMailTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private readonly StationSettings _settings = new() { Port = CommandRun.FreePort(), SmtpPort = CommandRun.FreePort(), ConnectionString = azurite.NewAccount(), Verbose = true };
    private readonly StringWriter _log = new(CultureInfo.InvariantCulture);
    private LocalStation _station = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // The console's logger keeps the standard error that there is when it is made.
        var error = Console.Error;
        Console.SetError(TextWriter.Synchronized(_log));
        _station = await LocalStation.StartAsync(_settings, new RecordingStatus(), Cancellation);
        Console.SetError(error);
        await _station.BeginAsync(Cancellation);
        await LocalRail.PublishAsync(_settings, "# Night trains\n\nThey run again.", Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _station.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task Mail_by_smtp_is_forwarded_and_acknowledged_in_the_outbox()
    {
        using var letter = Letter();
        using var client = new SmtpClient();
        await client.ConnectAsync("localhost", _settings.SmtpPort, SecureSocketOptions.None, Cancellation);
        await client.SendAsync(letter, new MailboxAddress("", "ana@example.com"), [new MailboxAddress("", "contact+night@radio.example")], Cancellation);
        await client.DisconnectAsync(true, Cancellation);
        await AnsweredAsync();
    }

    [Fact]
    public async Task A_recipient_with_commas_in_quotation_marks_is_one_and_none_of_ours()
    {
        using var caller = await SmtpCaller.ConnectAsync(_settings.SmtpPort);
        await caller.SayAsync("EHLO me", "MAIL FROM:<mallory@example.org>", "RCPT TO:<\"x,contact+night@radio.example,y\"@evil.example>", "DATA", "Subject: Hello", "", "Hello.", ".", "QUIT");
        Assert.EndsWith("250 2.0.0 Taken.|221 2.0.0 Good night.", await caller.HearAllAsync(), StringComparison.Ordinal);
        var facts = new Azure.Storage.Blobs.BlobContainerClient(_settings.ConnectionString, Containers.Mail);
        var told = "";
        await foreach (var blob in facts.GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, "inbound/", Cancellation))
            if (blob.Name.EndsWith(".json", StringComparison.Ordinal)) told = (await facts.GetBlobClient(blob.Name).DownloadContentAsync(Cancellation)).Value.Content.ToString();
        using var json = System.Text.Json.JsonDocument.Parse(told);
        Assert.Equal("\"x,contact+night@radio.example,y\"@evil.example", Assert.Single(json.RootElement.GetProperty("delivery").GetProperty("to").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task A_posted_message_is_forwarded_and_acknowledged_and_the_outbox_shows_it_as_its_receiver_would_see_it()
    {
        using var response = await PostAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await AnsweredAsync();
        var list = await _http.GetStringAsync(new Uri(_settings.Address, "_outbox"), Cancellation);
        var address = ToHost().Match(list).Groups["address"].Value;

        var page = await _http.GetStringAsync(new Uri(_settings.Address, address), Cancellation);
        Assert.Contains("<th scope=\"row\">Reply-To</th><td>", page, StringComparison.Ordinal);
        Assert.Contains("<iframe title=\"The message as HTML\" sandbox=", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;never&lt;/b&gt; late", page, StringComparison.Ordinal);
        Assert.Contains("memo.mp3", page, StringComparison.Ordinal);

        using var html = await _http.GetAsync(new Uri(_settings.Address, address + "/html"), Cancellation);
        Assert.StartsWith("default-src 'none'", Assert.Single(html.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("late", await html.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var file = await _http.GetAsync(new Uri(_settings.Address, address + "/0"), Cancellation);
        Assert.Equal(("application/octet-stream", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
    }

    [Fact]
    public async Task What_is_logged_of_mail_says_nothing_of_who_wrote_what()
    {
        using var response = await PostAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await AnsweredAsync();
        var log = _log.ToString();
        Assert.Contains("is kept as Letter", log, StringComparison.Ordinal);
        foreach (var secret in new[] { "ana@example.com", "ida@hosts.example", "ana%40example", "Ruiz", "Sleepers", "never" })
            Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_page_elsewhere_cannot_write_letters()
    {
        using var response = await PostAsync("https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static MimeMessage Letter()
    {
        var body = new BodyBuilder { TextBody = "The sleeper was <b>never</b> late." };
        body.Attachments.Add("memo.mp3", "ID3\u0003"u8.ToArray(), new ContentType("audio", "mpeg"));
        var letter = new MimeMessage { Subject = "Sleepers", MessageId = "one@mail.example", Body = body.ToMessageBody() };
        letter.From.Add(new MailboxAddress("Ana Ruiz", "ana@example.com"));
        letter.To.Add(new MailboxAddress("Rail", "contact+night@radio.example"));
        return letter;
    }

    private async Task<HttpResponseMessage> PostAsync(string? origin = null)
    {
        using var letter = Letter();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_settings.Address, "api/mail"));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(letter.ToString()));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        request.Headers.Add("X-Envelope-From", "ana@example.com");
        request.Headers.Add("X-Envelope-To", "contact+night@radio.example");
        request.Headers.Add("X-Spf", "pass");
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await _http.SendAsync(request, Cancellation);
    }

    private Task AnsweredAsync() => Eventually.BecomesTrueAsync("the outbox holds the forward and the acknowledgement", async () =>
    {
        var list = await _http.GetStringAsync(new Uri(_settings.Address, "_outbox"), Cancellation);
        return list.Contains("<td>ida@hosts.example</td>", StringComparison.Ordinal) && list.Contains("<td>ana@example.com</td>", StringComparison.Ordinal);
    });

    [GeneratedRegex("<td>ida@hosts.example</td><td><a href=\"(?<address>[^\"]+)\"")]
    private static partial Regex ToHost();
}

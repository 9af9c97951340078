using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Soundoff.Cli.Local.Smtp;

namespace Soundoff.Tests.Mail.Smtp;

public sealed class SmtpListenerTests : IAsyncDisposable
{
    private readonly List<(string From, string To, byte[] Bytes)> _received = [];
    private readonly SmtpListener _listener;
    private bool _fails;

    public SmtpListenerTests() => _listener = SmtpListener.Start(0, ReceiveAsync);

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    [Fact]
    public async Task A_mail_program_hands_over_messages_with_their_envelopes()
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("localhost", _listener.Port, SecureSocketOptions.None, TestContext.Current.CancellationToken);
        Assert.True(client.Capabilities.HasFlag(SmtpCapabilities.Pipelining | SmtpCapabilities.EightBitMime | SmtpCapabilities.UTF8 | SmtpCapabilities.Size));
        foreach (var text in new[] { "One.\r\n", ".hidden dot\r\n.\r\n..\r\n" })
        {
            using var message = new MimeMessage { Subject = "Grüße", Body = new TextPart("plain") { Text = text } };
            await client.SendAsync(message, new MailboxAddress("", "ana@example.com"), [new MailboxAddress("", "contact+a@radio.example"), new MailboxAddress("", "контакт@radio.example")], TestContext.Current.CancellationToken);
        }

        await client.DisconnectAsync(true, TestContext.Current.CancellationToken);
        Assert.Equal(2, _received.Count);
        Assert.All(_received, m => Assert.Equal(("ana@example.com", "contact+a@radio.example контакт@radio.example"), (m.From, m.To)));
        Assert.EndsWith("\r\n\r\n.hidden dot\r\n.\r\n..\r\n", Encoding.UTF8.GetString(_received[1].Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_arrive_as_they_were_sent_whatever_they_are()
    {
        var body = Enumerable.Range(0, 3 * 1024 * 1024).Select(i => (byte)(i * 7919 >> 3)).ToArray();
        using var caller = await SmtpCaller.ConnectAsync(_listener.Port);
        await caller.SayAsync("HELO me", "MAIL FROM:<>", "RCPT TO:<contact@radio.example>", "DATA");
        await caller.HearAsync(5);
        await caller.WriteAsync([.. SmtpCaller.Stuff(body), .. "\r\n.\r\n"u8]);
        Assert.StartsWith("250", await caller.HearAsync(1), StringComparison.Ordinal);
        Assert.Equal(("", "contact@radio.example"), (_received.Single().From, _received.Single().To));
        Assert.Equal([.. body, .. "\r\n"u8], _received.Single().Bytes);
    }

    [Fact]
    public async Task A_dot_between_bare_line_feeds_does_not_end_a_message()
    {
        using var caller = await SmtpCaller.ConnectAsync(_listener.Port);
        await caller.SayAsync("EHLO me", "MAIL FROM:<ana@example.com>", "RCPT TO:<contact@radio.example>", "DATA");
        await caller.WriteAsync("one\n.\nMAIL FROM:<x@evil.example>\r\n.\nRCPT\n.\r\ntwo\r\n.\r\n"u8.ToArray());
        await caller.SayAsync("QUIT");
        Assert.EndsWith("250 2.0.0 Taken.|221 2.0.0 Good night.", await caller.HearAllAsync(), StringComparison.Ordinal);
        Assert.Equal("one\n.\nMAIL FROM:<x@evil.example>\r\n\nRCPT\n.\r\ntwo\r\n", Encoding.ASCII.GetString(Assert.Single(_received).Bytes));
    }

    [Theory]
    [InlineData("MAIL FROM:<a@x.example>", "503")]
    [InlineData("EHLO", "501")]
    [InlineData("EHLO me|RCPT TO:<a@x.example>", "503")]
    [InlineData("EHLO me|DATA", "503")]
    [InlineData("EHLO me|MAIL FROM:<>|DATA", "554")]
    [InlineData("EHLO me|MAIL FROM:a@x.example", "501")]
    [InlineData("EHLO me|MAIL FROM:<a@x.example", "501")]
    [InlineData("EHLO me|MAIL FROM:<>|MAIL FROM:<>", "503")]
    [InlineData("EHLO me|MAIL FROM:<> SIZE=31457281", "552")]
    [InlineData("EHLO me|MAIL FROM:<> AUTH=<>", "555")]
    [InlineData("EHLO me|MAIL FROM: <a@x.example> SIZE=31457280 BODY=8BITMIME SMTPUTF8", "250")]
    [InlineData("EHLO me|MAIL FROM:<\"a>b\"@x.example>", "250")]
    [InlineData("EHLO me|MAIL FROM:<>|RCPT TO:<>", "501")]
    [InlineData("EHLO me|MAIL FROM:<>|RCPT TO:<@a.example,@b.example:c@x.example>", "250")]
    [InlineData("EHLO me|MAIL FROM:<>|RSET|RCPT TO:<a@x.example>", "503")]
    [InlineData("helo me|mail from:<>|rcpt to:<Postmaster>", "250")]
    [InlineData("NOOP", "250")]
    [InlineData("VRFY ana", "252")]
    [InlineData("HELP", "214")]
    [InlineData("STARTTLS", "500")]
    [InlineData("GET / HTTP/1.1", "500")]
    public async Task The_last_of_these_is_answered_with(string commands, string code)
    {
        using var caller = await SmtpCaller.ConnectAsync(_listener.Port);
        await caller.SayAsync([.. commands.Split('|'), "QUIT"]);
        Assert.StartsWith(code, (await caller.HearAllAsync()).Split('|')[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_too_long_is_refused_and_the_next_one_heard()
    {
        using var caller = await SmtpCaller.ConnectAsync(_listener.Port);
        await caller.SayAsync("NOOP " + new string('x', 300_000), "NOOP", "QUIT");
        Assert.Equal("220 500 250 221", SmtpCaller.Codes(await caller.HearAllAsync()));
    }

    [Fact]
    public async Task More_than_a_hundred_recipients_are_told_to_come_later()
    {
        using var caller = await SmtpCaller.ConnectAsync(_listener.Port);
        await caller.SayAsync(["HELO me", "MAIL FROM:<>", .. Enumerable.Range(1, 101).Select(i => $"RCPT TO:<r{i}@x.example>"), "QUIT"]);
        var codes = SmtpCaller.Codes(await caller.HearAllAsync()).Split(' ');
        Assert.Equal((102, "452"), (codes.Count(c => c == "250"), codes[^2]));
    }

    [Fact]
    public async Task Whoever_talks_nonsense_is_hung_up_on()
    {
        using var caller = await SmtpCaller.ConnectAsync(_listener.Port);
        await caller.SayAsync([.. Enumerable.Repeat("nonsense", 50)]);
        Assert.EndsWith("|421 4.7.0 Too many errors.", await caller.HearAllAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_over_30_MB_is_refused_and_the_next_one_taken()
    {
        using var caller = await SmtpCaller.ConnectAsync(_listener.Port);
        await caller.SayAsync("HELO me", "MAIL FROM:<>", "RCPT TO:<contact@radio.example>", "DATA");
        var line = Encoding.ASCII.GetBytes(new string('x', 1022) + "\r\n");
        for (var i = 0; i <= 30 * 1024; i++) await caller.WriteAsync(line);
        await caller.SayAsync(".", "MAIL FROM:<>", "RCPT TO:<contact@radio.example>", "DATA", "Small.", ".", "QUIT");
        Assert.Equal("220 250 250 250 354 552 250 250 354 250 221", SmtpCaller.Codes(await caller.HearAllAsync()));
        Assert.Equal("Small.\r\n", Encoding.ASCII.GetString(Assert.Single(_received).Bytes));
    }

    [Fact]
    public async Task What_could_not_be_passed_on_is_left_with_the_sender()
    {
        _fails = true;
        using var caller = await SmtpCaller.ConnectAsync(_listener.Port);
        await caller.SayAsync("HELO me", "MAIL FROM:<>", "RCPT TO:<contact@radio.example>", "DATA", "Text.", ".", "QUIT");
        Assert.Equal("220 250 250 250 354 451 221", SmtpCaller.Codes(await caller.HearAllAsync()));
    }

    [Fact]
    public async Task Whoever_hangs_up_in_the_middle_has_sent_nothing()
    {
        using (var caller = await SmtpCaller.ConnectAsync(_listener.Port))
        {
            await caller.SayAsync("HELO me", "MAIL FROM:<>", "RCPT TO:<contact@radio.example>", "DATA", "Half a");
            await caller.HearAsync(5);
        }

        await _listener.DisposeAsync();
        Assert.Empty(_received);
    }

    [Fact]
    public void A_port_that_is_taken_is_told() =>
        Assert.Contains("Another program uses port", Assert.Throws<Soundoff.Cli.CannotRunException>(() => SmtpListener.Start(_listener.Port, ReceiveAsync)).Message, StringComparison.Ordinal);

    private async Task ReceiveAsync(SmtpMessage message, CancellationToken cancellation)
    {
        if (_fails) throw new IOException("The webhook does not answer.");
        using var bytes = new MemoryStream();
        await message.Content.CopyToAsync(bytes, cancellation);
        lock (_received) _received.Add((message.From, string.Join(' ', message.To), bytes.ToArray()));
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace Soundoff.Tests.Mail.Sending;

/// <summary>A mail as the server took it.</summary>
internal sealed record SmtpTaken(string From, string To, MimeMessage Message, bool IsEncrypted, string? User);

/// <summary>
/// A mail server with STARTTLS or TLS from the first byte, a login, and a certificate of its own. Takes mail, or does at a command what it was told to: <c>TEXT</c> is
/// where it answers the end of a message.
/// </summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    public const string User = "station";
    public const string Password = "correct horse battery";

    private readonly TcpListener _listener;
    private readonly X509Certificate2 _certificate = NewCertificate();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(string Verb, Func<Session, Task<bool>> Do)> _orders = new();
    private readonly ConcurrentQueue<SmtpTaken> _taken = new();
    private readonly ConcurrentQueue<string> _said = new();
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly List<Task> _sessions = [];
    private readonly Task _accepting;

    private SmtpServer(IPAddress address)
    {
        _listener = new(address, 0);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Whether it offers STARTTLS.</summary>
    public bool OffersTls { get; init; } = true;

    /// <summary>Whether it speaks TLS from the first byte.</summary>
    public bool IsTlsFromTheFirstByte { get; init; }

    /// <summary>Whether it takes addresses in other scripts (RFC 6531).</summary>
    public bool OffersUtf8 { get; init; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Messages that it took and would deliver.</summary>
    public IReadOnlyList<SmtpTaken> Taken => [.. _taken];

    /// <summary>The verbs of all commands.</summary>
    public IReadOnlyList<string> Said => [.. _said];

    /// <summary>All commands, whole.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    public bool IsMine(X509Certificate? certificate) => certificate?.GetCertHashString(HashAlgorithmName.SHA256) == _certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public static SmtpServer Start(IPAddress? address = null) => new(address ?? IPAddress.Loopback);

    public static SmtpServer StartWithoutTls(IPAddress address) => new(address) { OffersTls = false };

    public static SmtpServer StartForAllScripts() => new(IPAddress.Loopback) { OffersUtf8 = true };

    public static SmtpServer StartTls() => new(IPAddress.Loopback) { IsTlsFromTheFirstByte = true };

    /// <summary>Answers a command with this and does nothing else.</summary>
    public SmtpServer Answer(string verb, string reply) => Order(verb, async session =>
    {
        await session.SayAsync(reply);
        return true;
    });

    /// <summary>Closes the connection instead of answering, before or after it took the message.</summary>
    public SmtpServer Close(string verb, bool taken = false) => Order(verb, session =>
    {
        if (taken) _taken.Enqueue(session.Message!);
        return Task.FromResult(false);
    });

    /// <summary>Takes the message and answers never.</summary>
    public SmtpServer Hang(string verb) => Order(verb, async session =>
    {
        if (session.Message is { } message) _taken.Enqueue(message);
        await Task.Delay(Timeout.Infinite, _stop.Token);
        return false;
    });

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_sessions);
        _certificate.Dispose();
        _stop.Dispose();
    }

    private SmtpServer Order(string verb, Func<Session, Task<bool>> @do)
    {
        _orders.Enqueue((verb, @do));
        return this;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _sessions.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            var session = new Session(client.GetStream(), _stop.Token);
            try
            {
                if (IsTlsFromTheFirstByte) await session.EncryptAsync(_certificate);
                await session.SayAsync("220 mail.radio.example ESMTP");
                while (await session.ReadLineAsync() is { } line && await ReplyAsync(session, line))
                {
                }
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // Whoever called hung up, or does not trust the certificate.
            }
            finally
            {
                await session.DisposeAsync();
            }
        }
    }

    private async Task<bool> ReplyAsync(Session session, string line)
    {
        var verb = line.Split(' ', ':')[0].ToUpperInvariant();
        _said.Enqueue(verb);
        _lines.Enqueue(line);
        if (IsOrdered(verb, out var order)) return await order(session);
        switch (verb)
        {
            case "EHLO":
                var login = session.IsEncrypted || !OffersTls ? "250-AUTH PLAIN LOGIN\r\n" : "";
                await session.SayAsync($"250-mail.radio.example\r\n{login}{(OffersTls && !session.IsEncrypted ? "250-STARTTLS\r\n" : "")}{(OffersUtf8 ? "250-8BITMIME\r\n250-SMTPUTF8\r\n" : "")}250-ENHANCEDSTATUSCODES\r\n250 SIZE 31457280");
                return true;
            case "STARTTLS":
                await session.SayAsync("220 2.0.0 Go on");
                await session.EncryptAsync(_certificate);
                return true;
            case "AUTH":
                session.User = line.Split(' ') is [_, "PLAIN", var plain] && Encoding.UTF8.GetString(Convert.FromBase64String(plain)) == $"\0{User}\0{Password}" ? User : null;
                await session.SayAsync(session.User is null ? "535 5.7.8 No" : "235 2.7.0 Welcome");
                return true;
            case "MAIL":
                session.From = Path(line);
                break;
            case "RCPT":
                session.To = Path(line);
                break;
            case "DATA":
                await session.SayAsync("354 Go on");
                session.Message = new(session.From, session.To, await session.ReadMessageAsync(), session.IsEncrypted, session.User);
                if (IsOrdered("TEXT", out var atEnd)) return await atEnd(session);
                _taken.Enqueue(session.Message);
                break;
            case "QUIT":
                await session.SayAsync("221 2.0.0 Good night");
                return false;
        }

        await session.SayAsync("250 2.0.0 Fine");
        return true;
    }

    private bool IsOrdered(string verb, out Func<Session, Task<bool>> order)
    {
        order = null!;
        if (!_orders.TryPeek(out var next) || next.Verb != verb || !_orders.TryDequeue(out next)) return false;
        order = next.Do;
        return true;
    }

    private static string Path(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=mail.radio.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        // Windows encrypts with no key that is in memory alone.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class Session(Stream stream, CancellationToken stop) : IAsyncDisposable
    {
        private Stream _stream = stream;

        // Bytes of a message are kept as they are; commands are UTF-8.
        public bool IsText { get; private set; }
        public bool IsEncrypted { get; private set; }
        public string From { get; set; } = "";
        public string To { get; set; } = "";
        public string? User { get; set; }
        public SmtpTaken? Message { get; set; }

        public async Task EncryptAsync(X509Certificate2 certificate)
        {
            var encrypted = new SslStream(_stream);
            _stream = encrypted;
            await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop);
            IsEncrypted = true;
        }

        public Task SayAsync(string reply) => _stream.WriteAsync(Encoding.UTF8.GetBytes(reply + "\r\n"), stop).AsTask();

        public async Task<string?> ReadLineAsync()
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await _stream.ReadAsync(one, stop) == 1)
            {
                if (one[0] == '\n') return (IsText ? Encoding.Latin1 : Encoding.UTF8).GetString([.. line]).TrimEnd('\r');
                line.Add(one[0]);
            }

            return null;
        }

        public async Task<MimeMessage> ReadMessageAsync()
        {
            var text = new StringBuilder();
            IsText = true;
            while (await ReadLineAsync() is { } line && line != ".") text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            IsText = false;
            using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
            return await MimeMessage.LoadAsync(bytes, stop);
        }

        public ValueTask DisposeAsync() => _stream.DisposeAsync();
    }
}

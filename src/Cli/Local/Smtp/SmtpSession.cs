using System.Globalization;
using System.Text;
using Soundoff.Mail.Receiving;

namespace Soundoff.Cli.Local.Smtp;

/// <summary>One conversation with a mail program.</summary>
internal sealed class SmtpSession(Stream stream, Func<SmtpMessage, CancellationToken, Task> receive)
{
    /// <summary>The most bytes a message may have: what SendGrid takes.</summary>
    public const int LongestMessage = 30 * 1024 * 1024;

    private const int MostRecipients = 100;
    private const int MostErrors = 20;
    private const string SenderFirst = "503 5.5.1 MAIL comes first.";

    private readonly SmtpReader _reader = new(stream);
    private readonly List<string> _recipients = [];
    private string? _sender;
    private bool _isGreeted;

    /// <summary>Talks until one side ends it.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await SayAsync("220 localhost Soundoff takes mail for its own shows.", cancellation);
        var errors = 0;
        while (await _reader.ReadLineAsync(cancellation) is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var (verb, argument) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..].Trim());
            var reply = await ReplyAsync(verb.ToUpperInvariant(), argument, cancellation);
            if (reply is null) return;
            await SayAsync(reply, cancellation);
            if (reply.StartsWith("221", StringComparison.Ordinal)) return;
            if (!reply.StartsWith('5') || ++errors < MostErrors) continue;
            await SayAsync("421 4.7.0 Too many errors.", cancellation);
            return;
        }
    }

    private ValueTask<string?> ReplyAsync(string verb, string argument, CancellationToken cancellation) => verb switch
    {
        "DATA" => TextAsync(cancellation),
        _ => ValueTask.FromResult<string?>(verb switch
        {
            "EHLO" => Greet(argument, $"250-localhost\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE {LongestMessage}"),
            "HELO" => Greet(argument, "250 localhost"),
            "MAIL" => Sender(argument),
            "RCPT" => Recipient(argument),
            "RSET" => Reset("250 2.0.0 Forgotten."),
            "NOOP" => "250 2.0.0 Still here.",
            "VRFY" => "252 2.1.5 Send it, and it will be seen.",
            "HELP" => "214 2.0.0 EHLO HELO MAIL RCPT DATA RSET NOOP VRFY QUIT",
            "QUIT" => "221 2.0.0 Good night.",
            "" => "500 5.5.2 The line is empty or too long.",
            _ => "500 5.5.1 That is no command here.",
        }),
    };

    private string Greet(string name, string reply)
    {
        if (name.Length == 0) return "501 5.5.4 Say who you are.";
        _isGreeted = true;
        return Reset(reply);
    }

    private string Reset(string reply)
    {
        _sender = null;
        _recipients.Clear();
        return reply;
    }

    private string Sender(string argument)
    {
        if (!_isGreeted) return "503 5.5.1 EHLO comes first.";
        if (_sender is not null) return "503 5.5.1 There is a sender already.";
        if (SmtpPath.Parse(argument, "FROM:") is not { } path) return "501 5.1.7 That is no address.";
        foreach (var parameter in path.Parameters)
            switch (parameter.Split('=', 2))
            {
                case ["SIZE", var size] when long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes):
                    if (bytes > LongestMessage) return TooLong;
                    break;
                case ["BODY", "7BIT" or "8BITMIME"] or ["SMTPUTF8"]:
                    break;
                default:
                    return "555 5.5.4 That parameter is not known.";
            }

        _sender = path.Address;
        return "250 2.1.0 Sender taken.";
    }

    private string Recipient(string argument)
    {
        if (_sender is null) return SenderFirst;
        if (SmtpPath.Parse(argument, "TO:") is not { Address.Length: > 0 } path) return "501 5.1.3 That is no address.";
        if (path.Parameters.Count > 0) return "555 5.5.4 That parameter is not known.";
        if (_recipients.Count == MostRecipients) return "452 4.5.3 Too many recipients: send to the others later.";
        _recipients.Add(path.Address);
        return "250 2.1.5 Recipient taken.";
    }

    private async ValueTask<string?> TextAsync(CancellationToken cancellation)
    {
        if (_sender is null) return SenderFirst;
        if (_recipients.Count == 0) return "554 5.5.1 RCPT comes first.";
        await SayAsync("354 Go on; end with a dot on a line of its own.", cancellation);
        await using var file = TemporaryFile.Create();
        if (await _reader.ReadTextAsync(file, LongestMessage, cancellation) is not { } length) return null;
        if (length > LongestMessage) return Reset(TooLong);
        file.Position = 0;
        try
        {
            await receive(new(_sender, [.. _recipients], file), cancellation);
            return Reset("250 2.0.0 Taken.");
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // Whatever it was, the program keeps the message and can send it again.
            return Reset("451 4.3.0 It could not be passed on: try again later.");
        }
    }

    private static string TooLong => $"552 5.3.4 More than {LongestMessage} bytes.";

    private async ValueTask SayAsync(string reply, CancellationToken cancellation) => await stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"), cancellation);
}

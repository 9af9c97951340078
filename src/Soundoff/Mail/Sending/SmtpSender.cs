using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;
using Soundoff.Account;

namespace Soundoff.Mail.Sending;

/// <summary>
/// Sends by SMTP (RFC 5321) over TLS, with the promises of <see cref="SendTries"/>. An answer of 4xx and a lost connection may pass; 5xx is final, but for one that is
/// about us: a login or a sender that the server does not accept says nothing against the message.
/// </summary>
/// <param name="server">The server and our login there.</param>
/// <param name="client">Makes the client of one try.</param>
/// <param name="longestTry">How long one try may take, the message's own way included.</param>
/// <param name="clock">Dates messages; pauses.</param>
/// <param name="logger">Is told of statuses, never of addresses.</param>
public sealed partial class SmtpSender(SmtpOptions server, Func<SmtpClient> client, TimeSpan longestTry, TimeProvider clock, ILogger<SmtpSender> logger) : IMailSender
{
    private const int TlsPort = 465;

    private readonly SendTries _tries = new(clock, logger);

    // RFC 8314 section 3: from the first byte at 465, by STARTTLS elsewhere, and no further without. Nobody listens between here and this machine.
    private SecureSocketOptions Security =>
        server.Port == TlsPort ? SecureSocketOptions.SslOnConnect
        : server.Host is "localhost" or "127.0.0.1" or "::1" ? SecureSocketOptions.StartTlsWhenAvailable
        : SecureSocketOptions.StartTls;

    /// <inheritdoc />
    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using var message = EmlMessage.Of(mail, clock.GetUtcNow());
        return await _tries.RunAsync(mail, stop => TryAsync(message, stop), cancellation);
    }

    private async Task<SendTry> TryAsync(MimeMessage message, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(longestTry);
        using var smtp = client();
        var text = new TextProgress();
        try
        {
            await smtp.ConnectAsync(server.Host!, server.Port, Security, patience.Token);
            if (server.User is { Length: > 0 } user) await smtp.AuthenticateAsync(user, server.Password ?? "", patience.Token);
            // RFC 6531: a name before the @ that is not ASCII needs SMTPUTF8; a domain has a spelling in ASCII.
            var isInternational = message.From.Mailboxes.Concat(message.To.Mailboxes).Any(mailbox => !Ascii.IsValid(MailboxAddress.EncodeAddrspec(mailbox.Address)));
            if (isInternational && !smtp.Capabilities.HasFlag(SmtpCapabilities.UTF8)) return Refused(550, "The mail server takes no addresses in other scripts.");
            var format = FormatOptions.Default.Clone();
            format.International = isInternational;
            await smtp.SendAsync(format, message, message.From.Mailboxes.First(), message.To.Mailboxes, patience.Token, text);
        }
        catch (SmtpCommandException answer)
        {
            return Answered(answer);
        }
        catch (Exception refused) when (refused is AuthenticationException or ServiceNotAuthenticatedException)
        {
            return new("The mail server does not accept our login. Check Smtp:User and Smtp:Password.") { IsOurs = true, Cause = refused };
        }
        catch (NotSupportedException lacking)
        {
            return new("The mail server offers no TLS, or no login that is known here. Check Smtp:Host and Smtp:Port.") { IsOurs = true, Cause = lacking };
        }
        catch (Exception lost) when (IsLost(lost) && !cancellation.IsCancellationRequested)
        {
            // The server takes a message when it answers its end; before the text there is nothing to take.
            return new(text.IsBegun ? "The mail server did not answer." : "The mail server cannot be reached.") { MayBeTaken = text.IsBegun, Cause = lost };
        }

        await QuitAsync(smtp, patience.Token);
        return new("") { Result = SendResult.Sent };
    }

    private SendTry Answered(SmtpCommandException answer)
    {
        var status = (int)answer.StatusCode;
        var failure = $"The mail server answered {status}.";
        if (status is >= 400 and < 500) return new(failure);
        return answer.ErrorCode == SmtpErrorCode.SenderNotAccepted || answer.StatusCode is SmtpStatusCode.AuthenticationRequired or SmtpStatusCode.AuthenticationInvalidCredentials or SmtpStatusCode.EncryptionRequiredForAuthenticationMechanism
            ? new(failure + " Check that it sends for the domain of the show's address, and Smtp:User.") { IsOurs = true }
            : Refused(status, answer.Message);
    }

    private SendTry Refused(int status, string words)
    {
        ToldRefused(status);
        return new("") { Result = new(SendOutcome.Refused, RefusalReason.Of(status, words)) };
    }

    // The message is taken: how the conversation ends changes nothing.
    private static async Task QuitAsync(SmtpClient smtp, CancellationToken cancellation)
    {
        try
        {
            await smtp.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception end) when (IsLost(end) || end is CommandException)
        {
            // Disposed of below.
        }
    }

    private static bool IsLost(Exception failure) =>
        failure is IOException or System.Net.Sockets.SocketException or ProtocolException or SslHandshakeException or ServiceNotConnectedException or TimeoutException or OperationCanceledException;

    [LoggerMessage(21, LogLevel.Warning, "The mail server refused a mail with {Status}.")]
    private partial void ToldRefused(int status);

    // Whether any of the message's text has left.
    private sealed class TextProgress : ITransferProgress
    {
        public bool IsBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => IsBegun = true;

        public void Report(long bytesTransferred) => IsBegun = true;
    }
}

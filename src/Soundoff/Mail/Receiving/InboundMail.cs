using Microsoft.Extensions.Logging;
using Soundoff.Telemetry;

namespace Soundoff.Mail.Receiving;

/// <summary>
/// The webhook that receives mail: SendGrid's Inbound Parse in raw and in default mode, and any provider that posts the message itself
/// (<c>Content-Type: message/rfc822</c>).
/// </summary>
/// <param name="proof">Who may call.</param>
/// <param name="store">Where messages are kept.</param>
/// <param name="clock">When they were received.</param>
/// <param name="logger">Is told of each message by its id.</param>
public sealed partial class InboundMail(CallerProof proof, MailStore store, TimeProvider clock, ILogger<InboundMail> logger)
{
    // SendGrid takes 30 MB of message; files in default mode, the other fields and another provider's base64 add to it.
    private const long Limit = 64 * 1024 * 1024;

    /// <summary>Receives one message.</summary>
    /// <returns>
    /// The status to answer. 200: its bytes, its facts and the wake-up are stored, or it is a body that nobody can read, which is kept as it
    /// came. 401 or 403: the caller did not prove itself and nothing is stored. 413: more than 64 MB.
    /// </returns>
    /// <exception cref="Azure.RequestFailedException">Storage failed: answer with a status of 500 or above, so that the caller tries again.</exception>
    public Task<int> ReceiveAsync(InboundRequest request, CancellationToken cancellation) => Tracing.StepAsync(Spans.ReceiveMail, async span =>
    {
        var (body, refusal) = await proof.ReadAsync(request, Limit, cancellation);
        if (body is null) return refusal;
        await using (body)
        {
            await using var message = await InboundMessage.ReadAsync(request, body, clock.GetUtcNow(), cancellation);
            span?.SetTag(Tags.Letter, message.Mail.Id);
            await store.KeepAsync(message.Mail, message.Bytes, cancellation);
            Kept(message.Mail.Id, message.Mail.Form, message.Mail.Size);
            await proof.RememberAsync(body, cancellation);
        }

        return 200;
    });

    /// <summary>The id under which a message is kept when it is posted on a day; nothing is proved and nothing stored.</summary>
    /// <param name="request">As it would be posted; its body is read.</param>
    /// <param name="received">When.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InvalidDataException">It is larger than what is taken.</exception>
    public static async Task<string> IdOfAsync(InboundRequest request, DateTimeOffset received, CancellationToken cancellation)
    {
        await using var body = await ReceivedBody.ReadAsync(request.Body, default, null, Limit, cancellation)
            ?? throw new InvalidDataException("The message is larger than the 64 MB that are taken.");
        await using var message = await InboundMessage.ReadAsync(request, body, received, cancellation);
        return message.Mail.Id;
    }

    [LoggerMessage(2, LogLevel.Information, "Mail {Id} is kept: {Form}, {Size} bytes.")]
    private partial void Kept(string id, MailForm form, long size);
}

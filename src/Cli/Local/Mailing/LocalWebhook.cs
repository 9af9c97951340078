using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Cli.Local.Smtp;
using Soundoff.Mail.Answering;
using Soundoff.Mail.Receiving;

namespace Soundoff.Cli.Local.Mailing;

/// <summary>
/// The mail webhooks in this process. Callers reach them from this machine alone, so they need no key: the local one, made anew by each run, is put
/// in where a call has neither key nor signature.
/// </summary>
/// <param name="mail">Receives messages.</param>
/// <param name="events">Receives what became of sent mail.</param>
/// <param name="options">The key.</param>
/// <param name="queues">Is rung when a message is kept.</param>
internal sealed class LocalWebhook(InboundMail mail, DeliveryMarks events, IOptions<MailOptions> options, Doorbell queues)
{
    private const string Key = "key";

    /// <summary>Takes a call of <c>/api/mail</c>, in any form that the webhook knows.</summary>
    /// <returns>The status to answer.</returns>
    public async Task<int> ReceiveAsync(InboundRequest request, CancellationToken cancellation)
    {
        var status = await mail.ReceiveAsync(Proven(request), cancellation);
        queues.Ring();
        return status;
    }

    /// <summary>Takes a call of <c>/api/mail/events</c>.</summary>
    /// <returns>The status to answer.</returns>
    public Task<int> ReceiveEventsAsync(InboundRequest request, CancellationToken cancellation) => events.ReceiveAsync(Proven(request), cancellation);

    /// <summary>Posts what came over SMTP, with its envelope.</summary>
    /// <exception cref="InvalidOperationException">The webhook did not take it.</exception>
    public async Task ReceiveAsync(SmtpMessage message, CancellationToken cancellation)
    {
        // Nobody but who uses this machine reaches the port: senders are who they say, as if SPF had been asked.
        var request = new InboundRequest(message.Content, "message/rfc822", _ => null, _ => null) { Delivery = new(message.From, message.To, Spf: true) };
        if (await ReceiveAsync(request, cancellation) is var status and not StatusCodes.Status200OK)
            throw new InvalidOperationException(FormattableString.Invariant($"The webhook answered {status}."));
    }

    private InboundRequest Proven(InboundRequest request) => request with { Query = name => request.Query(name) ?? (name == Key ? options.Value.UrlKey : null) };
}

using Soundoff.Languages;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Sorting;

namespace Soundoff.Mail.Answering;

/// <summary>Remembers of addresses what the provider tells: who cannot be reached, and who wants no mail.</summary>
public sealed class DeliveryMarks(EventWebhook webhook, SenderBook senders, MailSecret secret, ShowMail shows, HostNotices notices)
{
    /// <summary>Receives a batch of events; as <see cref="EventWebhook.ReceiveAsync"/>.</summary>
    public Task<int> ReceiveAsync(InboundRequest request, CancellationToken cancellation) => webhook.ReceiveAsync(request, MarkAsync, cancellation);

    private async Task MarkAsync(IReadOnlyList<DeliveryEvent> events, CancellationToken cancellation)
    {
        var all = await shows.AllAsync(cancellation);
        foreach (var told in events)
        {
            var hash = await secret.HashAsync(told.Address, cancellation);
            if (told.Kind is DeliveryEventKind.Bounce or DeliveryEventKind.Dropped) await senders.MarkUndeliverableAsync(hash, cancellation);
            else await senders.MarkUnsubscribedAsync(hash, cancellation);
            // Letters go on to hosts whatever happens, so the others should know.
            foreach (var show in all.Where(s => s.Mail.Hosts.Contains(told.Address) && (!OurMessageId.TryParse(told.MessageId, out var id) || id.Show == s.Name)))
                await notices.AddAsync(show, "host-" + hash[..8], words => Words.Filled(words.HostUnreachable, told.Kind), cancellation);
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;

namespace Soundoff.Mail.Receiving;

/// <summary>The webhook that is told what became of messages that were sent.</summary>
/// <param name="proof">Who may call.</param>
/// <param name="container">The <c>mail</c> container, which remembers the events that were handled.</param>
/// <param name="clock">Tells what may be forgotten.</param>
public sealed class EventWebhook(CallerProof proof, BlobContainerClient container, TimeProvider clock)
{
    private const long Limit = 8 * 1024 * 1024;

    // SendGrid goes on telling for a day; the rest is for clocks and weekends.
    private readonly SeenMarks _seen = new(container, "events", TimeSpan.FromDays(4));

    /// <summary>Receives a batch of events.</summary>
    /// <param name="request">The call.</param>
    /// <param name="handle">
    /// Is given the events that <see cref="DeliveryEvent.Ends"/> and were not handled before; it is not called when there are none. If it throws, the call
    /// fails, and the events come again.
    /// </param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The status to answer: 200, or 401, 403 or 413 as for mail.</returns>
    /// <exception cref="Azure.RequestFailedException">Storage failed: answer with a status of 500 or above, so that the caller tries again.</exception>
    public async Task<int> ReceiveAsync(InboundRequest request, Func<IReadOnlyList<DeliveryEvent>, CancellationToken, Task> handle, CancellationToken cancellation)
    {
        var (body, refusal) = await proof.ReadAsync(request, Limit, cancellation);
        if (body is null) return refusal;
        await using (body)
        {
            var news = new List<DeliveryEvent>();
            foreach (var told in await DeliveryEvents.ParseAsync(body.Open(), cancellation))
                if (told.Ends && !await _seen.ContainsAsync(told.Time, Mark(told), cancellation)) news.Add(told);
            if (news.Count > 0) await handle(news, cancellation);
            foreach (var handled in news) await _seen.AddAsync(handled.Time, Mark(handled), cancellation);
            await proof.RememberAsync(body, cancellation);
        }

        return 200;
    }

    /// <summary>Forgets events that will not be told again. To be run once a day.</summary>
    public Task ForgetAsync(CancellationToken cancellation) => _seen.ForgetAsync(clock.GetUtcNow(), cancellation);

    private static byte[] Mark(DeliveryEvent told) => SHA256.HashData(Encoding.UTF8.GetBytes(told.Id));
}

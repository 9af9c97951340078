using MimeKit;
using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Receiving;

/// <summary>
/// The envelope of a message that is posted as such (<c>Content-Type: message/rfc822</c>): in the request's header fields <c>X-Envelope-From</c>
/// and <c>X-Envelope-To</c> (several recipients separated by commas that no quotation marks hold, RFC 5321 section 4.1.2), else in its query as <c>from</c> and <c>to</c>, else in what the
/// delivering server wrote into the message: <c>Return-Path</c>, and <c>X-Original-To</c>, <c>Envelope-To</c> or <c>Delivered-To</c>. What the provider found of SPF and DKIM
/// stands in <c>X-Spf</c> and <c>X-Dkim</c>, written as SendGrid's fields are; without them nothing is proved.
/// </summary>
internal static class PostedEnvelope
{
    private static readonly string[] RecipientFields = ["X-Original-To", "Envelope-To", "Delivered-To"];

    /// <summary>What the request tells of the delivery.</summary>
    public static async Task<Delivery> ReadAsync(InboundRequest request, ReceivedBody body, DateTimeOffset received, CancellationToken cancellation)
    {
        if (request.Delivery is var (sender, recipients, spf)) return new() { Received = received, From = sender, To = DeliveryFacts.Recipients(recipients), Spf = spf };
        var from = request.Header("X-Envelope-From") ?? request.Query("from");
        var to = request.Header("X-Envelope-To") ?? request.Query("to");
        if (from is null || string.IsNullOrWhiteSpace(to))
        {
            var headers = await RebuiltHeaders.ParseAsync(body.Open(), cancellation);
            from ??= headers[HeaderId.ReturnPath];
            // The first is the last hop's, and that one is ours.
            if (string.IsNullOrWhiteSpace(to)) to = RecipientFields.Select(f => headers[f]).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
        }

        return new()
        {
            Received = received,
            From = from is null ? null : DeliveryFacts.Address(from),
            To = DeliveryFacts.Recipients(Parted(to ?? "")),
            Spf = DeliveryFacts.Spf(request.Header("X-Spf")),
            Dkim = DeliveryFacts.Dkim(request.Header("X-Dkim")),
        };
    }

    // A quoted mailbox may hold commas, and they part nothing.
    private static IEnumerable<string> Parted(string list)
    {
        var (start, isQuoted) = (0, false);
        for (var at = 0; at < list.Length; at++)
        {
            if (list[at] == '\\' && isQuoted) at++;
            else if (list[at] == '"') isQuoted = !isQuoted;
            else if (list[at] == ',' && !isQuoted)
            {
                yield return list[start..at];
                start = at + 1;
            }
        }

        yield return list[start..];
    }
}

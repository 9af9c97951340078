using Soundoff.Mail.Letters;
using Soundoff.Mail.Sorting;

namespace Soundoff.Mail.Keeping;

/// <summary>What we sent to listeners. A bounce that names none of it is anybody's word.</summary>
public sealed class SentMessages(LetterStore letters, LetterTable table)
{
    /// <summary>Whether a message of ours was sent to an address: the acknowledgement of a letter, or a host's answer to one.</summary>
    /// <param name="message">Its id.</param>
    /// <param name="address">The address, in any case.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<bool> WasSentAsync(OurMessageId message, string address, CancellationToken cancellation)
    {
        if (LetterId.Beginning(message.Id) is not { } id || await letters.FindAsync(message.Show, id, cancellation) is not { Content: { } content } letter) return false;
        return message.Kind switch
        {
            "ack" => letter.Acknowledged && Same(content.Envelope, address),
            "relay" => Same(content.Address, address) && message.Id.Length > id.Length
                && await table.RowAsync(message.Show, LetterKeys.Reply(id, message.Id[(id.Length + 1)..]), cancellation) is not null,
            _ => false,
        };
    }

    private static bool Same(string? sent, string address) => string.Equals(sent, address, StringComparison.OrdinalIgnoreCase);
}

using Azure.Data.Tables;
using Soundoff.Account;

namespace Soundoff.Mail.Keeping;

/// <summary>
/// What is known of addresses. Blocks, counts, acknowledgements and mail that came back are a show's own; what the provider tells, that an address does not exist or wants no mail,
/// holds for all shows and is kept under <see cref="LetterStore.NoShow"/>.
/// </summary>
public sealed class SenderBook(LetterTable table, TimeProvider clock)
{
    /// <summary>What a show knows of an address; an empty row when nothing.</summary>
    public async Task<SenderRow> FindAsync(string show, string hash, CancellationToken cancellation) =>
        await table.RowAsync(show, LetterKeys.Sender(hash), cancellation) is { } row ? SenderRow.Read(row) : new SenderRow { Hash = hash };

    /// <summary>Whether nothing may be sent to an address of itself.</summary>
    public async Task<bool> IsClosedAsync(string hash, CancellationToken cancellation) =>
        await FindAsync(LetterStore.NoShow, hash, cancellation) is { Undeliverable: true } or { Unsubscribed: true };

    /// <summary>Blocks an address for a show, or lets it in again.</summary>
    public Task BlockAsync(string show, string hash, bool blocked, CancellationToken cancellation) =>
        ChangeAsync(show, hash, row => row with { Blocked = blocked }, cancellation);

    /// <summary>Mail to an address failed for good, as the provider tells.</summary>
    public Task MarkUndeliverableAsync(string hash, CancellationToken cancellation) => MarkUndeliverableAsync(LetterStore.NoShow, hash, cancellation);

    /// <summary>A show's mail to an address failed for good.</summary>
    public Task MarkUndeliverableAsync(string show, string hash, CancellationToken cancellation) =>
        ChangeAsync(show, hash, row => row with { Undeliverable = true, Failed = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) }, cancellation);

    /// <summary>The reader of an address wants no mail of ours.</summary>
    public Task MarkUnsubscribedAsync(string hash, CancellationToken cancellation) =>
        ChangeAsync(LetterStore.NoShow, hash, row => row with { Unsubscribed = true }, cancellation);

    /// <summary>Forgets an address; a block stays, with its hash alone.</summary>
    /// <returns>Whether there was something to forget.</returns>
    internal async Task<bool> ForgetAsync(string show, string hash, CancellationToken cancellation)
    {
        var row = await FindAsync(show, hash, cancellation);
        if (row.ETag == default) return false;
        if (!row.Blocked)
        {
            await table.DeleteAsync(show, LetterKeys.Sender(hash), cancellation);
            return true;
        }

        var bare = new SenderRow { Hash = hash, Blocked = true, ETag = row.ETag };
        if (row == bare with { Recent = row.Recent } && row.Recent.Count == 0) return false;
        await table.SubmitAsync([bare.Action(show)], cancellation);
        return true;
    }

    /// <summary>Forgets the addresses that no letter of a show is by any more. Blocks and the wish for no mail stay, with the hash alone; failures stay until a day.</summary>
    /// <param name="show">The show.</param>
    /// <param name="failed">Addresses to which mail failed before this day are forgotten too.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task ExpireAsync(string show, DateOnly failed, CancellationToken cancellation)
    {
        // Senders before letters: who writes in between changes the own row, and the version that was read is then not the one that is there.
        var rows = new List<SenderRow>();
        await foreach (var row in table.RangeAsync(show, LetterKeys.Sender(""), cancellation)) rows.Add(SenderRow.Read(row));
        if (rows.Count == 0) return;
        var authors = new HashSet<string?>(StringComparer.Ordinal);
        await foreach (var letter in table.RangeAsync(show, LetterKeys.Letters, cancellation)) authors.Add(LetterRow.Read(letter).Sender);
        foreach (var row in rows.Where(r => !authors.Contains(r.Hash) && r.IsStale(clock.GetUtcNow(), failed))) await StripAsync(show, row, cancellation);
    }

    private async Task StripAsync(string show, SenderRow row, CancellationToken cancellation)
    {
        var action = row.Bare.Action(show);
        if (!row.IsKept) action = new(TableTransactionActionType.Delete, action.Entity, row.ETag);
        else if (row is { Undeliverable: false, Failed: null, Acknowledged: null, Recent: [] }) return;
        try
        {
            await table.SubmitAsync([action], cancellation);
        }
        catch (ConflictException)
        {
            // It writes, or is written to, at this moment: the next night tells.
        }
    }

    private async Task ChangeAsync(string show, string hash, Func<SenderRow, SenderRow> change, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await FindAsync(show, hash, cancellation);
            var changed = change(row);
            if (changed == row) return;
            try
            {
                await table.SubmitAsync([changed.Action(show)], cancellation);
                return;
            }
            catch (ConflictException)
            {
                // Somebody else wrote the row: read it again.
            }
        }
    }
}

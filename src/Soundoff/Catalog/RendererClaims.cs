using Azure;
using Azure.Data.Tables;

namespace Soundoff.Catalog;

/// <summary>Takes, renews and lets go the claims on shows' rendering, each by the version of its row.</summary>
public sealed class RendererClaims(TableClient table, TimeProvider clock)
{
    /// <summary>Who has a show now.</summary>
    public async Task<RendererClaim> ReadAsync(string show, CancellationToken cancellation) =>
        await table.FindAsync(show, RowKeys.RendererClaim, cancellation) is { } row ? RendererClaim.Read(row) : RendererClaim.Free(show);

    /// <summary>Takes a claim, or more time for it, in the version that was read; null when somebody else was faster.</summary>
    public async Task<RendererClaim?> TakeAsync(RendererClaim seen, string owner, CancellationToken cancellation)
    {
        var taken = seen with { Owner = owner, Until = clock.GetUtcNow() + RendererClaim.Duration };
        try
        {
            var response = seen.ETag is { } version
                ? await table.UpdateEntityAsync(taken.ToRow(), version, TableUpdateMode.Replace, cancellation)
                : await table.AddEntityAsync(taken.ToRow(), cancellation);
            return taken with { ETag = response.Headers.ETag };
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            // A repeated request finds its own first try done.
            return await ReadAsync(seen.Show, cancellation) is { } now && now.Owner == owner && now.Until == taken.Until ? now : null;
        }
    }

    /// <summary>Lets a claim go. One that another has by now is left alone.</summary>
    public async Task LetGoAsync(RendererClaim claim, CancellationToken cancellation)
    {
        try
        {
            await table.UpdateEntityAsync(RendererClaim.Free(claim.Show).ToRow(), claim.ETag!.Value, TableUpdateMode.Replace, cancellation);
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 412)
        {
            // It had ended, and somebody took over.
        }
    }

    /// <summary>Lets a claim go within a transaction.</summary>
    internal static TableTransactionAction Release(RendererClaim claim) => new(TableTransactionActionType.UpdateReplace, RendererClaim.Free(claim.Show).ToRow(), claim.ETag!.Value);
}

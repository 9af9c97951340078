using Azure;
using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.Catalog;

namespace Soundoff.Publishing.Rendering;

/// <summary>Drops the rows of a round that is written, and lets its claim go.</summary>
public sealed class RoundEnd(CatalogTable catalog, RendererClaims claims, TimeProvider clock)
{
    /// <param name="tenure">The claim.</param>
    /// <param name="work">The rows.</param>
    /// <param name="left">What is still to be done.</param>
    /// <param name="retired">Files that nothing names any more.</param>
    /// <param name="names">Counts of topics, guests and seasons that the round looked at; null for none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ClaimLostException">Another took over the show.</exception>
    public async Task DropAsync(Tenure tenure, IReadOnlyList<WorkRow> work, IReadOnlyList<Target> left, IReadOnlyList<Target> retired, RoundNames? names, CancellationToken cancellation)
    {
        var claim = tenure.Claim;
        var now = clock.GetUtcNow();
        var actions = new List<TableTransactionAction>();
        actions.AddRange(WorkRow.Rows(claim.Show, now, left).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)));
        actions.AddRange(retired.Select(file => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Retirement.Row(claim.Show, now, file.Name))));
        if (names is not null) actions.AddRange(names.Actions(claim.Show));
        actions.AddRange(work.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(claim.Show, row.Key), ETag.All)));
        actions.Add(RendererClaims.Release(claim));

        // What is still to be done is written before, or together with, what is dropped; and the claim ends last.
        foreach (var part in actions.Chunk(CatalogTable.TransactionLimit))
        {
            try
            {
                await catalog.SubmitAsync(part, cancellation);
            }
            catch (ConflictException)
            {
                await ApplyAsync(claim, part, cancellation);
            }
        }
    }

    // One who came back after its claim had ended dropped some of these rows: then the others are dropped one by one.
    private async Task ApplyAsync(RendererClaim claim, IEnumerable<TableTransactionAction> part, CancellationToken cancellation)
    {
        var now = await claims.ReadAsync(claim.Show, cancellation);
        if (now.Owner != claim.Owner) throw new ClaimLostException(claim.Show);
        foreach (var action in part.Where(a => a.Entity.RowKey != RowKeys.RendererClaim)) await catalog.ApplyAsync(action, cancellation);
        await claims.LetGoAsync(now, cancellation);
    }
}

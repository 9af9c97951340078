using Azure;
using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Mail.Letters;
using Soundoff.Storage;

namespace Soundoff.Mail.Keeping;

/// <summary>The letters that stand on pages, and the pages that must be rendered because theirs changed.</summary>
public sealed class PublishedLetters(LetterTable table, CatalogTable catalog, WakeUps wakeUps, TimeProvider clock)
{
    /// <summary>The most letters on a page: the newest.</summary>
    public const int OnPage = 200;

    /// <summary>The letters of an episode, oldest first.</summary>
    /// <param name="show">The show.</param>
    /// <param name="slugs">The episode's slug and those it had before.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<PublishedLetter>> OfAsync(string show, IEnumerable<string> slugs, CancellationToken cancellation)
    {
        var letters = new List<PublishedLetter>();
        foreach (var slug in slugs)
            await foreach (var row in table.RangeAsync(show, LetterKeys.Published(slug), cancellation)) letters.Add(LetterRow.Published(row));
        return [.. letters.OrderBy(l => l.Date).ThenBy(l => l.Id, StringComparer.Ordinal).TakeLast(OnPage)];
    }

    /// <summary>The slugs that have letters, for whoever renders many pages of a show and would ask for each; null when one answer does not hold them all.</summary>
    public async Task<IReadOnlySet<string>?> SlugsAsync(string show, CancellationToken cancellation)
    {
        var (keys, areAll) = await table.KeysAsync(show, LetterKeys.AllPublished, cancellation);
        return areAll ? keys.Select(LetterKeys.SlugOf).ToHashSet(StringComparer.Ordinal) : null;
    }

    /// <summary>What a change of a letter changes on pages: rows for the transaction that changes it.</summary>
    internal static IEnumerable<TableTransactionAction> Actions(Letter before, Letter after)
    {
        var gone = before.IsPublic && (!after.IsPublic || after.Episode != before.Episode);
        if (gone) yield return new(TableTransactionActionType.Delete, new TableEntity(before.Show, LetterKeys.Published(before.Episode!, before.Received, before.Id)), ETag.All);
        if (after.IsPublic) yield return new(TableTransactionActionType.UpsertReplace, LetterRow.Published(after, ShownLetter.Of(after)));
        var pages = new[] { before.IsPublic ? before.Episode : null, after.IsPublic ? after.Episode : null };
        foreach (var slug in pages.OfType<string>().Distinct()) yield return new(TableTransactionActionType.UpsertReplace, new TableEntity(before.Show, LetterKeys.Changed(slug)));
    }

    /// <summary>Lists the pages whose letters changed as work, and wakes the renderer. What a crash leaves is done the next time, at the latest at night.</summary>
    public async Task RenderAsync(string show, CancellationToken cancellation)
    {
        var changed = new List<TableEntity>();
        await foreach (var row in table.RangeAsync(show, "d:", cancellation)) changed.Add(row);
        if (changed.Count == 0) return;
        var targets = changed.Select(row => new Target(TargetKind.Page, row.RowKey[2..]));
        await catalog.SubmitAsync(WorkRow.Rows(show, clock.GetUtcNow(), targets).Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellation);
        await wakeUps.ShowAsync(show, cancellation);
        // In the version that was read: a page that changed meanwhile stays listed.
        foreach (var row in changed)
        {
            try
            {
                await table.SubmitAsync([new(TableTransactionActionType.Delete, row, row.ETag)], cancellation);
            }
            catch (ConflictException)
            {
                // Changed again, or rendered by another.
            }
        }
    }
}

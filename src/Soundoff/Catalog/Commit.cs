using Azure;
using Azure.Data.Tables;
using Soundoff.Episodes;
using Soundoff.Lists;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Catalog;

/// <summary>
/// The one transaction of an episode: its identity, its listing rows, its months' counts, and the work row that names all that must
/// now be rendered (rule: one transaction, then work).
/// </summary>
internal sealed class Commit(SiteUrls urls)
{
    private readonly List<TableTransactionAction> actions = [];
    private readonly HashSet<Target> targets = [];

    /// <summary>What the transaction does.</summary>
    public IReadOnlyList<TableTransactionAction> Actions => actions;

    /// <summary>Adds all that changes between two states of an episode.</summary>
    /// <param name="old">The identity as read; null for a new episode.</param>
    /// <param name="now">The identity as it shall be; its version is that of <paramref name="old"/>.</param>
    /// <param name="live">The episode and its show; null when it is not to be live.</param>
    /// <param name="months">The count rows of <see cref="CountedMonths"/>, as read.</param>
    public void Episode(Identity? old, Identity now, (Episode Episode, Show Show)? live, IReadOnlyDictionary<Month, MonthRow> months)
    {
        actions.Add(now.ToRow().Over(old?.ETag));

        var rows = live is { } it ? Listing.Rows(it.Episode, it.Show, urls).ToList() : [];
        var kept = rows.Select(r => r.RowKey).ToHashSet(StringComparer.Ordinal);
        foreach (var key in old is null ? [] : Keys(old))
            if (!kept.Contains(key)) actions.Add(new(TableTransactionActionType.Delete, new TableEntity(now.Show, key), ETag.All));
        foreach (var row in rows) actions.Add(new(TableTransactionActionType.UpsertReplace, row));

        foreach (var alias in now.Aliases.Except(old?.Aliases ?? []))
            actions.Add(new(TableTransactionActionType.UpsertReplace, new TableEntity(now.Show, RowKeys.Alias(alias)) { ["Slug"] = now.Slug }));
        foreach (var alias in (old?.Aliases ?? []).Except(now.Aliases))
            actions.Add(new(TableTransactionActionType.Delete, new TableEntity(now.Show, RowKeys.Alias(alias)), ETag.All));

        Months(old, now, months);
        Render(old, now);
    }

    /// <summary>Makes the GUID that was just decided this episode's, so that no other can have it.</summary>
    /// <param name="now">The identity as it shall be.</param>
    /// <param name="owner">The row of the GUID as read; null when nobody has it.</param>
    public void Own(Identity now, GuidOwner? owner) => actions.Add(GuidOwner.Action(now, owner));

    /// <summary>Takes over from the episode that this one was renamed from: its row keeps the address and gives the rest away.</summary>
    public void TakeOver(Identity predecessor, Identity now)
    {
        actions.Add(new(TableTransactionActionType.UpdateReplace, (predecessor with { MovedTo = now.Slug }).ToRow(), predecessor.ETag));
        targets.Add(new(TargetKind.Page, predecessor.Slug));
    }

    /// <summary>Adds the work rows. Last, when all targets are known.</summary>
    public void Work(string show, DateTimeOffset time, DateTimeOffset? uploaded) =>
        actions.AddRange(WorkRow.Rows(show, time, targets, uploaded).Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));

    /// <summary>The months whose counts change between two states of an episode: none when both are counted alike.</summary>
    public static IEnumerable<Month> CountedMonths(Identity? old, Identity now) =>
        old?.Month == now.Month && (old?.InFeed ?? false) == now.InFeed ? [] : new[] { old?.Month, now.Month }.OfType<Month>().Distinct();

    private static IEnumerable<string> Keys(Identity identity)
    {
        if (identity.Date is not { } date) return [];
        return
        [
            RowKeys.Listing(date, identity.Slug),
            RowKeys.Reverse(date, identity.Slug),
            .. identity.Topics.Select(t => RowKeys.Topic(t, date, identity.Slug)),
            .. identity.Guests.Select(g => RowKeys.Guest(g, date, identity.Slug)),
            .. identity.Season is { } season ? [RowKeys.Season(season, date, identity.Slug)] : Array.Empty<string>(),
        ];
    }

    private void Months(Identity? old, Identity now, IReadOnlyDictionary<Month, MonthRow> months)
    {
        foreach (var (month, row) in months)
        {
            var episodes = row.Episodes + (now.Month == month ? 1 : 0) - (old?.Month == month ? 1 : 0);
            var inFeed = row.InFeed + (now.Month == month && now.InFeed ? 1 : 0) - (old?.Month == month && old.InFeed ? 1 : 0);
            if ((episodes, inFeed) == (row.Episodes, row.InFeed)) continue;
            actions.Add((row with { Episodes = episodes, InFeed = inFeed }).Action(now.Show));
            if (episodes == 0 != (row.Episodes == 0) || inFeed == 0 != (row.InFeed == 0)) targets.Add(new(TargetKind.MonthsAround, month.ToString()));
            // A year that opens or closes changes the sitemap index.
            if (episodes == 0 == (row.Episodes == 0)) continue;
            targets.Add(new(TargetKind.Index));
            // The search page names the months and years that have an index.
            targets.Add(new(TargetKind.Ways));
        }
    }

    private void Render(Identity? old, Identity now)
    {
        if (old?.Date is null && now.Date is null) return;
        targets.Add(new(TargetKind.Page, now.Slug, old?.Date is null ? Target.New : ""));
        if (old is { IsHeard: true } || now.IsHeard) targets.Add(new(TargetKind.Page, now.Slug, Target.Embed));
        targets.Add(new(TargetKind.Home));
        targets.Add(new(TargetKind.Feed));
        targets.Add(new(TargetKind.Lost));
        foreach (var alias in (old?.Aliases ?? []).Union(now.Aliases)) targets.Add(new(TargetKind.Page, alias));
        foreach (var file in (old?.Files ?? []).Except(now.Files)) targets.Add(new(TargetKind.Retire, file));
        foreach (var state in new[] { old, now })
        {
            if (state?.Date is not { } date) continue;
            var year = date.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
            targets.Add(new(TargetKind.Neighbours, now.Slug, date.ToString("O")));
            targets.Add(new(TargetKind.Month, Month.Of(date).ToString()));
            targets.Add(new(TargetKind.Year, year));
            var change = new NamedChange(date.Year, Left: state == old).ToString();
            targets.Add(new(TargetKind.Search, year, Month.Of(date).ToString()));
            foreach (var topic in state.Topics) Named(TargetKind.Topic, NamedList.OfTopic, topic);
            foreach (var guest in state.Guests) Named(TargetKind.Guest, NamedList.OfGuest, guest);
            if (state.Season is { } season) Named(TargetKind.Season, NamedList.OfSeason, season.ToString(System.Globalization.CultureInfo.InvariantCulture));

            void Named(TargetKind kind, char list, string slug)
            {
                targets.Add(new(kind, slug, change));
                targets.Add(new(TargetKind.Akin, $"{list}:{slug}:{now.Slug}", date.ToString("O")));
                if (list != NamedList.OfSeason) targets.Add(new(TargetKind.Names, list.ToString()));
            }
        }
    }
}

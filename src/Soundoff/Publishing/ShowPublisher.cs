using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Storage;
using Soundoff.Uploads;

namespace Soundoff.Publishing;

/// <summary>Makes a show's record match its own files, and lists everything to be rendered again when it changed.</summary>
public sealed class ShowPublisher(ShowIntake intake, Records records, CatalogTable catalog, Reports reports, OtherStation other, WakeUps wakeUps, SiteUrls urls, TimeProvider clock) : IDisposable
{
    private const string ReportName = "show";

    private readonly ConcurrentDictionary<string, (ETag Version, Show Show)> known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim first = new(1, 1);

    /// <summary>The show as it was published last; a show seen for the first time is published on the way.</summary>
    public async Task<Show> CurrentAsync(string name, CancellationToken cancellation)
    {
        if (await KnownAsync(name, await catalog.RowAsync(name, RowKeys.Show, cancellation), cancellation) is { } show) return show;

        // Of several episodes that come first, one publishes the show and the others find it published.
        await first.WaitAsync(cancellation);
        try
        {
            var row = await catalog.RowAsync(name, RowKeys.Show, cancellation);
            return await KnownAsync(name, row, cancellation) ?? await PublishAsync(name, row, cancellation) ?? throw new ConflictException($"The show {name} was removed while it was read.");
        }
        finally
        {
            first.Release();
        }
    }

    /// <summary>Makes the show match its files. A show.yaml or a cover that cannot be read leaves all that was good last in force.</summary>
    /// <exception cref="ConflictException">The show changed meanwhile; start over.</exception>
    public async Task PublishAsync(string name, CancellationToken cancellation) =>
        await PublishAsync(name, await catalog.RowAsync(name, RowKeys.Show, cancellation), cancellation);

    /// <summary>Whether what is in force is what its files and this engine make, and the report says so too: then there is nothing to publish.</summary>
    public async Task<bool> IsCurrentAsync(string name, CancellationToken cancellation)
    {
        var row = await catalog.RowAsync(name, RowKeys.Show, cancellation);
        var record = await records.ShowAsync(name, cancellation);
        var files = await intake.ListAsync(name, cancellation);
        if (files.Count == 0 && !await intake.AnyAsync(name, cancellation)) return row is null && record is null;
        // A message that would have changed what is on air may have been lost.
        if (ShowRow.LiveDueOf(row) <= clock.GetUtcNow()) return false;
        return IsOf(intake.FingerprintOf(files), row, record) && !await reports.IsRefusedAsync(name, ReportName, cancellation);
    }

    /// <summary>Takes the show's site away once the last of its files is gone. Put back, it returns with the same GUIDs.</summary>
    /// <exception cref="ConflictException">The show changed meanwhile; start over.</exception>
    public async Task RemoveIfEmptyAsync(string name, CancellationToken cancellation)
    {
        // Versions would have to be read before it is looked whether anything is there: so once more, for the one time that nothing is.
        if (await intake.AnyAsync(name, cancellation)) return;
        var row = await catalog.RowAsync(name, RowKeys.Show, cancellation);
        var (_, version) = await records.ShowVersionAsync(name, cancellation);
        if (!await intake.AnyAsync(name, cancellation)) await RemoveAsync(name, row, version, cancellation);
    }

    public void Dispose() => first.Dispose();

    // A version of the row stands for one show, so the same version needs no second look at the record. The record alone may be of a publish that never got to its commit.
    private async Task<Show?> KnownAsync(string name, TableEntity? row, CancellationToken cancellation)
    {
        if (row is null) return null;
        if (known.TryGetValue(name, out var last) && last.Version == row.ETag) return last.Show;
        if (await records.ShowAsync(name, cancellation) is not { } record || record.Fingerprint != row.GetString("Fingerprint")) return null;
        // Said once for a version of the row; one that is published over is looked at then.
        other.Look(name, row);
        known[name] = (row.ETag, record.Show);
        return record.Show;
    }

    // The show as it is in force then; null when its last file is gone.
    private async Task<Show?> PublishAsync(string name, TableEntity? row, CancellationToken cancellation)
    {
        var (last, version) = await records.ShowVersionAsync(name, cancellation);
        var files = await intake.ListAsync(name, cancellation);
        if (files.Count == 0 && !await intake.AnyAsync(name, cancellation))
        {
            await RemoveAsync(name, row, version, cancellation);
            return null;
        }

        var fingerprint = intake.FingerprintOf(files);
        var isCurrent = IsOf(fingerprint, row, last);
        if (isCurrent && !await reports.IsRefusedAsync(name, ReportName, cancellation))
        {
            if (ShowRow.LiveDueOf(row) is { } due) await TurnLiveAsync(row!, last!.Show, fingerprint, due, cancellation);
            await wakeUps.ShowAsync(name, cancellation);
            return last!.Show;
        }

        var reading = await intake.ReadAsync(name, files, last?.Show, cancellation);
        if (reading.Show is not { } show)
        {
            await ReportAsync(name, Outcome.Refused, last!.Show, files, reading, cancellation);
            return last.Show;
        }

        if (!isCurrent) await records.WriteAsync(new ShowRecord(show, fingerprint), version, cancellation);
        var told = other.Look(name, row) is { } problem ? reading with { Problems = [problem, .. reading.Problems] } : reading;
        await ReportAsync(name, reading.IsWhole ? Outcome.Published : Outcome.Refused, show, files, told, cancellation);
        // What was broken and put back is in force already; only its report was not true any more.
        if (isCurrent) return last!.Show;
        var committed = RowOf(show, fingerprint);
        await CommitAsync(name, row, committed, cancellation);
        await AwaitLiveAsync(name, ShowRow.LiveDueOf(committed), cancellation);
        await wakeUps.ShowAsync(name, cancellation);
        return show;
    }

    private static bool IsOf(string fingerprint, TableEntity? row, ShowRecord? record) => row?.GetString("Fingerprint") == fingerprint && record?.Fingerprint == fingerprint;

    private TableEntity RowOf(Show show, string fingerprint)
    {
        var row = ShowRow.Of(show, fingerprint, clock.GetUtcNow());
        other.Sign(row);
        return row;
    }

    // The clock changed what is on air: that is work as any other. A message that was lost is made good by the next look at the show, at the latest by Reconcile.
    private async Task TurnLiveAsync(TableEntity row, Show show, string fingerprint, DateTimeOffset due, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (due > now)
        {
            await AwaitLiveAsync(show.Name, due, cancellation);
            return;
        }

        var turned = RowOf(show, fingerprint);
        await catalog.SubmitAsync(
        [
            turned.Over(row.ETag),
            .. WorkRow.Rows(show.Name, now, [new(TargetKind.Feed)]).Select(work => new TableTransactionAction(TableTransactionActionType.Add, work)),
        ], cancellation);
        await AwaitLiveAsync(show.Name, ShowRow.LiveDueOf(turned), cancellation);
    }

    private Task AwaitLiveAsync(string show, DateTimeOffset? due, CancellationToken cancellation) =>
        due is { } then ? wakeUps.EpisodeAsync($"{show}/{UploadPath.ShowFile}", then - clock.GetUtcNow(), cancellation) : Task.CompletedTask;

    private async Task RemoveAsync(string name, TableEntity? row, ETag? version, CancellationToken cancellation)
    {
        // The record first: whoever renders after the commit finds none.
        if (version is { } seen) await records.DeleteAsync(name, seen, cancellation);
        await reports.DeleteAsync(name, ReportName, cancellation);
        if (row is not null) await CommitAsync(name, row, null, cancellation);
        await wakeUps.ShowAsync(name, cancellation);
    }

    private Task CommitAsync(string name, TableEntity? row, TableEntity? now, CancellationToken cancellation)
    {
        var targets = new List<Target> { new(TargetKind.Home), new(TargetKind.Feed), new(TargetKind.Index), new(TargetKind.Ways), new(TargetKind.Everything) };
        targets.AddRange(ShowRow.AliasesOf(row).Except(ShowRow.AliasesOf(now)).Select(alias => new Target(TargetKind.FeedAlias, alias)));
        if (row?.GetString("Cover") is { } cover && cover != now?.GetString("Cover")) targets.Add(new(TargetKind.Retire, cover));
        return catalog.SubmitAsync(
        [
            now is null ? new(TableTransactionActionType.Delete, row, row!.ETag) : now.Over(row?.ETag),
            .. WorkRow.Rows(name, clock.GetUtcNow(), targets).Select(work => new TableTransactionAction(TableTransactionActionType.Add, work)),
        ], cancellation);
    }

    private Task ReportAsync(string name, Outcome outcome, Show show, IReadOnlyList<UploadedFile> files, ShowReading reading, CancellationToken cancellation) => reports.WriteAsync(
        new()
        {
            Show = name,
            Slug = ReportName,
            Outcome = outcome,
            Url = urls.Home(name),
            Title = show.Title,
            Files = [.. files.Select(f => f.Name)],
            Problems = reading.Problems,
            Directories = reading.Directories,
        },
        null, cancellation);
}

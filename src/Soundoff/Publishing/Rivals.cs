using Azure;
using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Problems;
using Soundoff.Storage;

namespace Soundoff.Publishing;

/// <summary>Episodes that cannot be published before another one is gone: two keys with one slug, and the new name of one whose old files are still there.</summary>
public sealed class Rivals(CatalogTable catalog, Reports reports, WakeUps wakeUps)
{
    /// <summary>Tells of an episode whose slug another one has, or takes that back when its files are gone.</summary>
    /// <exception cref="ConflictException">The other one changed since it was read: start over from the read, as it may be gone.</exception>
    public async Task RefuseAsync(EpisodeLook look, Identity holder, CancellationToken cancellation)
    {
        var (id, files) = (look.Id, look.Files);
        if (files.Count == 0)
        {
            await reports.DeleteAsync(id.Show, ReportName(holder.Slug, id.Key), cancellation);
            return;
        }

        var problem = Problem.Error(files[0].Name, $"Its address /{id.Show}/{holder.Slug}/ belongs to \"{holder.Key}\" already.", $"Rename \"{id.Key}\", or remove \"{holder.Key}\".");
        var report = new Report { Show = id.Show, Slug = holder.Slug, Outcome = Outcome.Refused, Files = [.. files.Select(f => f.Name)], Problems = [problem] };
        await reports.WriteAsync(report, ReportName(holder.Slug, id.Key), cancellation);
        await WaitAsync(id, holder, cancellation);
    }

    /// <summary>Lists the episode as waiting for another one to go.</summary>
    /// <exception cref="ConflictException">The other one changed since it was read: start over from the read, as it may be gone.</exception>
    public async Task WaitAsync(EpisodeId episode, Identity holder, CancellationToken cancellation)
    {
        // The row first: whoever removes the holder after the second look finds it.
        await catalog.WaitAsync(holder.Show, holder.Slug, episode.Key, cancellation);
        if ((await catalog.FindAsync(holder.Show, holder.Slug, cancellation))?.ETag != holder.ETag)
            throw new ConflictException($"{holder.Slug} changed since it was read.");
    }

    /// <summary>Has all looked at that waited for a slug, now that its episode is gone.</summary>
    public async Task WakeAsync(string show, string slug, CancellationToken cancellation)
    {
        var rows = await catalog.WaitingAsync(show, slug, cancellation);
        foreach (var row in rows)
        {
            await wakeUps.EpisodeAsync(new EpisodeId(show, row.GetString("Key")), cancellation);
            await catalog.ApplyAsync(new(TableTransactionActionType.Delete, row, ETag.All), cancellation);
        }

        foreach (var row in rows) await reports.DeleteAsync(show, ReportName(slug, row.GetString("Key")), cancellation);
    }

    // The slug's own report is that of the episode that has it.
    private static string ReportName(string slug, string key) => $"{slug}.{ContentTag.Of(key)}";
}

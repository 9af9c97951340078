using Soundoff.Account;
using Soundoff.Cli.Checking;
using Soundoff.Cli.Places;
using Soundoff.Publishing;
using Soundoff.Uploads;

namespace Soundoff.Cli.Publish;

/// <summary>Brings a station up to what folders hold.</summary>
internal sealed class Publisher(StoragePlace place)
{
    private const int SideBySide = 4;

    /// <summary>What differs.</summary>
    public Task<Difference> CompareAsync(IReadOnlyList<CheckedFiles> sets, CancellationToken cancellation)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var set in sets)
            foreach (var (name, file) in set.Files) files[name] = file;
        return Difference.OfAsync(place.Get<StorageAccount>().Container(Containers.Episodes), files, [.. sets.Where(set => set.Whole).Select(set => set.Folder.Show)], cancellation);
    }

    /// <summary>Uploads what differs, deletes what is to be deleted, and waits for what the station says.</summary>
    /// <param name="difference">What differs.</param>
    /// <param name="delete">Whether what is not in the folders goes.</param>
    /// <param name="tell">Is told of each episode's report.</param>
    /// <param name="sent">Is told of bytes that went.</param>
    /// <param name="wait">How long the station may take; zero not to wait.</param>
    /// <param name="cancellation">Breaks it off; the next run goes on.</param>
    public async Task<AwaitedReports> ApplyAsync(Difference difference, bool delete, Action<Report> tell, Action<long> sent, TimeSpan wait, CancellationToken cancellation)
    {
        var container = place.Get<StorageAccount>().Container(Containers.Episodes);
        var deletes = delete ? difference.Deletes : [];
        var awaited = new AwaitedReports(EpisodesOf(difference.Uploads.Select(file => file.Name).Concat(deletes)), tell);
        var watcher = wait > TimeSpan.Zero ? await awaited.WatchAsync(place, cancellation) : null;
        var uploader = new Uploader(container);
        // Notes come after everything else: a station that is quick would publish an episode without its recording.
        foreach (var part in difference.Uploads.GroupBy(file => Path.GetExtension(file.Name).ToLowerInvariant() is ".md" or ".html" or ".txt").OrderBy(part => part.Key))
            await Parallel.ForEachAsync(part, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation }, async (file, stop) => await uploader.PutAsync(file, sent, stop));
        foreach (var name in deletes) await container.DeleteBlobIfExistsAsync(name, cancellationToken: cancellation);
        if (watcher is not null) await awaited.WaitAsync(watcher, wait, cancellation);
        return awaited;
    }

    private static IEnumerable<(string Show, string Slug)> EpisodesOf(IEnumerable<string> names) =>
        names.Select(UploadPath.Parse).OfType<UploadPath>().Where(path => path.Key is not null).Select(path => (path.Show, Addresses.SlugOf(path.Key!))).Distinct();
}

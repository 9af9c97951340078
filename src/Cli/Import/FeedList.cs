using Soundoff.Cli.Import.Reading;
using Soundoff.Web;

namespace Soundoff.Cli.Import;

/// <summary>The feeds that a source stands for: itself, or those an OPML lists.</summary>
internal static class FeedList
{
    private const int Largest = 16 << 20;

    /// <exception cref="UnreachableException">It cannot be had.</exception>
    public static async Task<(IReadOnlyList<FeedSource> Feeds, bool IsList)> OfAsync(FeedSource source, Fetcher fetcher, CancellationToken cancellation)
    {
        if (source.File is { } file) return Listed(Opml.Feeds(file, null, null), source);
        // Only what may be a list is fetched before it is read as a feed.
        if (!Path.GetExtension(source.Address!.AbsolutePath).Equals(".opml", StringComparison.OrdinalIgnoreCase)) return ([source], false);
        var scratch = Path.GetTempFileName();
        try
        {
            using var answer = await fetcher.GetAsync(source.Address, cancellation);
            await using (var stream = File.Create(scratch)) await answer.CopyAsync(stream, Largest, cancellation);
            return Listed(Opml.Feeds(scratch, answer.Address, answer.Charset), source);
        }
        finally
        {
            File.Delete(scratch);
        }
    }

    private static (IReadOnlyList<FeedSource>, bool) Listed(IReadOnlyList<Uri>? feeds, FeedSource source) =>
        feeds is null ? ([source], false) : ([.. feeds.Select(feed => new FeedSource(feed, null))], true);
}

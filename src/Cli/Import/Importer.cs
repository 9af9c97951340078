using System.Runtime.CompilerServices;
using System.Text;
using Soundoff.Cli.Folders;
using Soundoff.Cli.Import.Reading;
using Soundoff.Cli.Import.Writing;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Fields;
using Soundoff.Web;

namespace Soundoff.Cli.Import;

/// <summary>Takes a feed in: a show's folder with everything that the feed and what it names have.</summary>
internal sealed class Importer(Fetcher fetcher, ImportSettings settings, ImportProgress progress)
{
    private const int SideBySide = 4;

    // Before radio: a date that a program made of nothing.
    private static readonly DateTimeOffset Oldest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Takes a feed in.</summary>
    /// <param name="source">The feed.</param>
    /// <param name="folder">The show's folder; null to make one that is named after the show.</param>
    /// <param name="above">Where that is made.</param>
    /// <param name="cancellation">Breaks it off; the next run goes on.</param>
    /// <exception cref="UnreachableException">The feed cannot be had.</exception>
    /// <exception cref="InvalidDataException">It is no feed.</exception>
    public async Task<ImportReport> RunAsync(FeedSource source, string? folder, string above, CancellationToken cancellation)
    {
        var report = new ImportReport();
        var scratch = Directory.CreateTempSubdirectory("soundoff-import-").FullName;
        try
        {
            var pages = new FeedPages(fetcher, scratch, report);
            var first = await pages.FirstAsync(source, cancellation);
            var show = first.Feed.Show;
            report.Title = show.Title;
            report.Folder = folder ??= Path.Combine(above, Slug.From(show.Title ?? first.Address?.Host ?? "show"));
            Directory.CreateDirectory(folder);
            using var journal = new ImportJournal(folder);
            await ItemsAsync(pages, first, folder, journal, report, cancellation);
            await ShowAsync(show, source.Address ?? first.Address, folder, journal, report, cancellation);
            return report;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private async Task ItemsAsync(FeedPages pages, FeedPage first, string folder, ImportJournal journal, ImportReport report, CancellationToken cancellation)
    {
        var show = first.Feed.Show;
        var episodes = new EpisodeImport(folder, settings, journal, new(fetcher, report), new(fetcher, settings, report, progress), report) { Show = show, Language = LanguageTags.Read(show.Language ?? "") };
        var here = Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path).Split('.')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = new EpisodeNames(journal, here.Contains);
        await Parallel.ForEachAsync(PlansAsync(pages, first, names, report, cancellation), new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation }, async (plan, stop) =>
        {
            await episodes.RunAsync(plan, stop);
            progress.Does();
        });
    }

    private async IAsyncEnumerable<PlannedItem> PlansAsync(FeedPages pages, FeedPage first, EpisodeNames names, ImportReport report, [EnumeratorCancellation] CancellationToken cancellation)
    {
        DateTimeOffset? before = null;
        foreach (var plan in Plans(first)) yield return plan;
        await foreach (var page in pages.OlderAsync(first, cancellation))
            foreach (var plan in Plans(page)) yield return plan;

        IEnumerable<PlannedItem> Plans(FeedPage page)
        {
            foreach (var item in page.Feed.Items)
            {
                if (names.Of(item, report) is not { } name) continue;
                progress.Finds();
                // Its neighbour's, and a second older, as most feeds are in order: a date of today would put it before all others.
                var date = item.Date is { } written && written > Oldest ? written : before?.AddSeconds(-1);
                before = date ?? before;
                TellLeft(item, name.Key, date is not null, report);
                yield return new(item, name, date);
            }
        }
    }

    private static void TellLeft(FoundItem item, string key, bool isDated, ImportReport report)
    {
        var title = item.Title ?? key;
        if (item.Date is null)
            report.Left("pubDate", title, item.WrongDate is { } wrong ? $"\"{Texts.SafeText.Line(wrong, 60)}\" is no date." : "The item has no date.", isDated ? "It was given that of the item before it: set `date` in its notes." : "Set `date` in its notes: without one it is dated when it is published.");
        if (item.Title is null) report.Left("title", title, "The item has no title.", "It is called by its file's name: set `title` in its notes.");
        report.HasTexts |= item.Media is null;
        if (item.Media is null) report.Left("enclosure", title, "The item has no recording.", "It is an episode of text.");
        foreach (var tag in item.Left) report.Left(tag, title, "Soundoff has no field for it.", LeftTags.Mend(tag));
    }

    private async Task ShowAsync(FoundShow show, Uri? address, string folder, ImportJournal journal, ImportReport report, CancellationToken cancellation)
    {
        foreach (var tag in show.Left) report.Left(tag, show.Title ?? "", "Soundoff has no field for it.", LeftTags.Mend(tag));
        // A GUID that the feed does not give is made of its first address, as every app makes it: it must not change with the move.
        var guid = show.Guid ?? (address is null ? null : PodcastGuid.For(address.AbsoluteUri)) ?? PodcastGuid.For(show.Link?.AbsoluteUri ?? show.Title ?? folder);
        if (show.Image is { } image) await new Sidecars(fetcher, report).PictureAsync(image, Path.Combine(folder, "cover"), show.Title ?? "", cancellation);
        else report.Left("itunes:image", show.Title ?? "", "The feed names no cover.", "Put a square cover.jpg of 1400 to 3000 pixels into the folder.");
        var text = ShowSettings.Write(show, guid, report.HasTexts, report);
        var path = Path.Combine(folder, "show.yaml");
        var before = journal.Done("");
        // Whoever changed it, or had one before, keeps it.
        if (ShowFolder.HasSettings(folder) && (before is null || !File.Exists(path) || ImportJournal.HashOf(await File.ReadAllTextAsync(path, cancellation)) != before.Notes)) return;
        await SafeFile.WriteAsync(path, Encoding.UTF8.GetBytes(text), cancellation);
        journal.Finish("", new(ImportJournal.HashOf(text), null, null));
    }
}

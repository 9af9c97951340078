using System.Text;
using Soundoff.Cli.Import.Reading;
using Soundoff.Cli.Import.Writing;

namespace Soundoff.Cli.Import;

/// <summary>An item that is to be taken in.</summary>
/// <param name="Item">As found.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Date">Its date; null when none is known.</param>
internal sealed record PlannedItem(FoundItem Item, EpisodeName Name, DateTimeOffset? Date);

/// <summary>Makes an item the files that a person would have made: recording, sidecars, and the notes last, so that what is watched is published whole.</summary>
internal sealed class EpisodeImport(string folder, ImportSettings settings, ImportJournal journal, Sidecars sidecars, Recordings recordings, ImportReport report)
{
    /// <summary>What the show says of all its episodes.</summary>
    public required FoundShow Show { get; init; }

    /// <summary>The show's language as a tag; null for none.</summary>
    public required string? Language { get; init; }

    /// <summary>Takes an item in, or looks whether it is in already.</summary>
    public async Task RunAsync(PlannedItem plan, CancellationToken cancellation)
    {
        var (item, name) = (plan.Item, plan.Name);
        var media = item.Media is { } found ? settings.StripPrefixes ? Prefixes.Strip(found.Address) : found.Address : null;
        var before = journal.Done(name.Id);
        var sameMedia = before is not null && before.Media == media && before.Kept is not null == (media is not null && recordings.Stays(item));
        if (sameMedia && !before!.Missing && ItemFateOf(plan, before) is { } fate)
        {
            report.Item(fate);
            return;
        }

        var got = sameMedia || media is null ? new RecordingOutcome(sameMedia ? before!.Kept : null, false) : await recordings.TakeAsync(plan, media, At(name.Key), cancellation);
        var kept = got.Kept;
        var missing = await sidecars.TakeAsync(item, Show, Language, At(name.Key), cancellation);
        var notes = EpisodeNotes.Write(item, name, plan.Date, kept, Language);
        var isYours = before is not null && !IsAsWritten(name.Key, before.Notes);
        if (!isYours) await SafeFile.WriteAsync(At(name.Key) + ".html", Encoding.UTF8.GetBytes(notes), cancellation);
        journal.Finish(name.Id, new(isYours ? before!.Notes : ImportJournal.HashOf(notes), got.IsMissing ? null : media, kept, missing || got.IsMissing));
        report.Item(before is null ? ItemFate.New : isYours ? ItemFate.Yours : ImportJournal.HashOf(notes) == before.Notes ? ItemFate.Unchanged : ItemFate.Updated);
    }

    // Null when there is something to do.
    private ItemFate? ItemFateOf(PlannedItem plan, DoneItem before)
    {
        if (ImportJournal.HashOf(EpisodeNotes.Write(plan.Item, plan.Name, plan.Date, before.Kept, Language)) == before.Notes) return ItemFate.Unchanged;
        return IsAsWritten(plan.Name.Key, before.Notes) ? null : ItemFate.Yours;
    }

    // A publisher who deleted the notes, or wrote Markdown in their place, changed them too.
    private bool IsAsWritten(string key, string hash) => File.Exists(At(key) + ".html") && ImportJournal.HashOf(File.ReadAllText(At(key) + ".html")) == hash;

    private string At(string key) => Path.Combine(folder, key);
}

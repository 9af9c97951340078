using Soundoff.Catalog;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;
using Soundoff.Publishing;
using Soundoff.Storage;

namespace Soundoff.Operations;

/// <summary>How a show stands.</summary>
public sealed record ShowStatus
{
    public required string Show { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title { get; init; }

    /// <summary>Episodes by where they stand; those removed are not counted.</summary>
    public required int Live { get; init; }
    public required int Scheduled { get; init; }
    public required int Drafts { get; init; }

    /// <summary>Reports of the show that tell of problems; those that refuse an upload come first.</summary>
    public required IReadOnlyList<Report> Problems { get; init; }

    /// <summary>Since when the oldest work waits; null for none.</summary>
    public DateTimeOffset? OldestWork { get; init; }

    /// <summary>The newest letters, without their contents.</summary>
    public required IReadOnlyList<Letter> Letters { get; init; }
}

/// <summary>How all of Soundoff stands.</summary>
/// <param name="Health">At a glance.</param>
/// <param name="Shows">Every show, and <see cref="LetterStore.NoShow"/> when it has letters.</param>
public sealed record StationStatus(Health Health, IReadOnlyList<ShowStatus> Shows);

/// <summary>Finds out how Soundoff stands. Reads every report and every episode's state: for people who ask, not for monitors.</summary>
public sealed class StatusReader(HealthCheck health, Reconciler shows, Records records, CatalogTable catalog, Reports reports, LetterStore letters)
{
    private const int NewestLetters = 3;

    /// <summary>Reads it.</summary>
    /// <exception cref="Azure.RequestFailedException">Storage does not answer, or does not allow it.</exception>
    public async Task<StationStatus> ReadAsync(CancellationToken cancellation)
    {
        var names = new SortedSet<string>(await shows.ShowsAsync(cancellation), StringComparer.Ordinal);
        names.UnionWith(await letters.ShowsAsync(cancellation));
        // What is known of addresses is no show's and has rows all the same.
        if (!await letters.ListAsync(LetterStore.NoShow, cancellation).AnyAsync(cancellation)) names.Remove(LetterStore.NoShow);
        var (glance, work) = await health.LookAsync(cancellation);
        var all = new List<ShowStatus>();
        // A show without a record may have work all the same.
        foreach (var name in names) all.Add(await ReadAsync(name, work.TryGetValue(name, out var since) ? since : await catalog.OldestWorkAsync(name, cancellation), cancellation));
        return new(glance, all);
    }

    private async Task<ShowStatus> ReadAsync(string show, DateTimeOffset? oldestWork, CancellationToken cancellation)
    {
        var states = await catalog.StatesAsync(show, cancellation);
        var told = (await reports.OfAsync(show, cancellation)).Where(report => report.Problems.Count > 0);
        return new()
        {
            Show = show,
            Title = (await records.ShowAsync(show, cancellation))?.Show.Title ?? show,
            Live = states.GetValueOrDefault(EpisodeState.Live),
            Scheduled = states.GetValueOrDefault(EpisodeState.Scheduled),
            Drafts = states.GetValueOrDefault(EpisodeState.Draft),
            Problems = [.. told.OrderBy(report => report.Outcome == Outcome.Refused ? 0 : 1)],
            OldestWork = oldestWork,
            Letters = await letters.ListAsync(show, cancellation).Take(NewestLetters).ToListAsync(cancellation),
        };
    }
}

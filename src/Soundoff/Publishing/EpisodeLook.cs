using Azure;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Storage;
using Soundoff.Uploads;

namespace Soundoff.Publishing;

/// <summary>What catalog and container hold of an episode at one moment.</summary>
public sealed record EpisodeLook
{
    /// <summary>The episode.</summary>
    public required EpisodeId Id { get; init; }

    /// <summary>Its part of addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>The identity of the slug; null when the show never had it.</summary>
    public required Identity? Old { get; init; }

    /// <summary>The version of its record, which the next one is written over; null for none.</summary>
    public required ETag? Record { get; init; }

    /// <summary>Its files, in the order of their names; read after the versions.</summary>
    public required IReadOnlyList<UploadedFile> Files { get; init; }

    /// <summary>How long its files must still be left to settle; zero or less when they have.</summary>
    public required TimeSpan Unsettled { get; init; }

    /// <summary>The episode that has the slug already; null when it is free, or its own.</summary>
    public Identity? Holder => Old is not null && Old.Key != Id.Key && Old.State != EpisodeState.Removed ? Old : null;

    /// <summary>Whether all of it is live as it is.</summary>
    public bool IsPublished => Old is { State: EpisodeState.Live } && Old.Fingerprint == Fingerprint;

    /// <summary>Of its files, and of how those beside its page are served.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The file in which what the front matter says is mended, whatever other files come first.</summary>
    public string Notes => (Files.FirstOrDefault(f => f.Path.Role == UploadRole.Notes) ?? Files[0]).Name;

    /// <summary>Since when somebody waits for it: its newest file, or the time it was due if that was later.</summary>
    public DateTimeOffset WaitedSince => Old is { State: EpisodeState.Scheduled, Due: { } due } && due > Newest ? due : Newest;

    private DateTimeOffset Newest => Files.Max(f => f.Modified);
}

/// <summary>Looks at episodes: versions first, then what the next versions are computed from.</summary>
public sealed class EpisodeLooks(CatalogTable catalog, Records records, IUploads uploads, TimeProvider clock, IOptions<PublishingOptions> options)
{
    /// <param name="id">The episode.</param>
    /// <param name="again">
    /// Whether a look before was overtaken. The first one takes it that a slug the show never had has no record either: where a publish left one that never got to its
    /// commit, the writing fails, and the second look asks.
    /// </param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<EpisodeLook> LookAsync(EpisodeId id, bool again, CancellationToken cancellation)
    {
        var slug = Addresses.SlugOf(id.Key);
        var old = await catalog.FindAsync(id.Show, slug, cancellation);
        var record = old is null && !again ? null : await records.VersionAsync(id.Show, slug, cancellation);
        var files = await uploads.ListAsync(id, cancellation);
        var settle = options.Value.Settle;
        var unsettled = settle > TimeSpan.Zero && files.Count > 0 ? files.Max(f => f.Modified) + settle - clock.GetUtcNow() : TimeSpan.Zero;
        return new() { Id = id, Slug = slug, Old = old, Record = record, Files = files, Fingerprint = Fingerprint.Of(files, options.Value), Unsettled = unsettled };
    }
}

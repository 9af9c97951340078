using Soundoff.Episodes;
using Soundoff.Episodes.Podcasting;

namespace Soundoff.Shows.Podcasting;

/// <summary>Something that is, or will be, on air (<c>podcast:liveItem</c>). Once an episode with its slug is published, that takes its place with the same GUID.</summary>
public sealed record LiveItem
{
    /// <summary>Plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The slug of the episode it will be; GUIDs are made of slugs.</summary>
    public required string Slug { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>When it ends; null for one that is on air until the publisher says otherwise.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>What the publisher says it is, whatever the clock says: one of <see cref="Statuses"/>.</summary>
    public string? Status { get; init; }

    /// <summary>The stream, http or https.</summary>
    public required Uri Stream { get; init; }

    /// <summary>The stream's media type.</summary>
    public required string Type { get; init; }

    /// <summary>Plain text.</summary>
    public string? Description { get; init; }

    /// <summary>A square picture.</summary>
    public Uri? Image { get; init; }

    /// <summary>Pages where it can be heard or seen; the show's home page when there are none, since apps need one.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Its own chat.</summary>
    public ChatRoom? Chat { get; init; }

    /// <summary>What an item may be.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["pending", "live", "ended"];

    /// <summary>What it is at a moment.</summary>
    public string StatusAt(DateTimeOffset now) => Status ?? (now < Start ? "pending" : End is { } end && now >= end ? "ended" : "live");

    /// <summary>When the clock changes it next; null when it does not any more.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now) => Status is not null ? null : now < Start ? Start : End is { } end && now < end ? end : null;
}

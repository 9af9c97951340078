using Soundoff.Episodes;
using Soundoff.Shows;

namespace Soundoff.Cli.Import.Reading;

/// <summary>What a feed says of its show.</summary>
internal sealed record FoundShow
{
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? Language { get; init; }
    public string? Author { get; init; }
    public Owner? Owner { get; init; }

    /// <summary>As written: a category, and perhaps its sub-level.</summary>
    public IReadOnlyList<(string Name, string? Sub)> Categories { get; init; } = [];
    public bool? Explicit { get; init; }
    public string? Kind { get; init; }
    public string? Copyright { get; init; }
    public string? License { get; init; }
    public IReadOnlyList<Person> People { get; init; } = [];
    public IReadOnlyList<Link> Funding { get; init; } = [];

    /// <summary>Of Podcasting 2.0, as <c>show.yaml</c> has it.</summary>
    public IReadOnlyList<FoundField> Fields { get; init; } = [];
    public Uri? Link { get; init; }
    public Uri? Image { get; init; }
    public string? Guid { get; init; }
    public bool? Locked { get; init; }
    public string? Medium { get; init; }
    public bool Complete { get; init; }
    public bool Block { get; init; }

    /// <summary>Where the feed says it has moved to.</summary>
    public Uri? NewFeed { get; init; }

    /// <summary>The page or archive of older items (RFC 5005, or JSON Feed's <c>next_url</c>).</summary>
    public Uri? Older { get; init; }

    /// <summary>Which program made it, as it says.</summary>
    public string? Generator { get; init; }

    /// <summary>Elements that were not taken over, by name.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];
}

namespace Soundoff.Episodes.Podcasting;

/// <summary>The roles of the Podcast Taxonomy, by their groups; in feeds both are lower case.</summary>
public static class PodcastTaxonomy
{
    // "cast" is what feeds take for granted. An editor of words comes before one of pictures.
    private static readonly (string Group, string[] Roles)[] Groups =
    [
        ("creative direction",
        [
            "director", "assistant director", "executive producer", "senior producer", "producer", "associate producer", "development producer",
            "creative director",
        ]),
        ("cast", ["host", "co-host", "guest host", "guest", "voice actor", "narrator", "announcer", "reporter"]),
        ("writing",
        [
            "author", "editorial director", "co-writer", "writer", "songwriter", "guest writer", "story editor", "managing editor", "script editor",
            "script coordinator", "researcher", "editor", "fact checker", "translator", "transcriber", "logger",
        ]),
        ("audio production", ["studio coordinator", "technical director", "technical manager", "audio engineer", "remote recording engineer", "post production engineer"]),
        ("audio post-production", ["audio editor", "sound designer", "foley artist", "composer", "theme music", "music production", "music contributor"]),
        ("administration",
        [
            "production coordinator", "booking coordinator", "production assistant", "content manager", "marketing manager", "sales representative",
            "sales manager",
        ]),
        ("visuals", ["graphic designer", "cover art designer"]),
        ("community", ["social media manager"]),
        ("misc.", ["consultant", "intern"]),
        ("video production", ["camera operator", "lighting designer", "camera grip", "assistant camera"]),
        ("video post-production", ["editor", "assistant editor"]),
    ];

    private static readonly Dictionary<string, string> GroupByRole = Groups.SelectMany(g => g.Roles.Select(role => (role, g.Group)))
        .DistinctBy(r => r.role).ToDictionary(r => r.role, r => r.Group, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every role, lower case.</summary>
    public static IReadOnlyCollection<string> Roles => GroupByRole.Keys;

    /// <summary>The groups, lower case.</summary>
    public static IReadOnlyList<string> GroupNames { get; } = [.. Groups.Select(g => g.Group)];

    /// <summary>The group of a role; null for those of the cast, which feeds take for granted, and for a role that is on no list.</summary>
    public static string? GroupOf(string role) => GroupByRole.GetValueOrDefault(role) is { } group && group != "cast" ? group : null;
}

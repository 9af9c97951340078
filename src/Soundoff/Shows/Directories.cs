namespace Soundoff.Shows;

/// <summary>What a directory would say to a show: a row of the table in its report.</summary>
/// <param name="Directory">Its name.</param>
/// <param name="Takes">Whether it would list the show as it is.</param>
/// <param name="Add">What to add or change, as it is written in show.yaml or uploaded; empty when it takes the show.</param>
/// <param name="Move">What to do there now that the feed moves; null while it does not.</param>
public sealed record DirectoryAnswer(string Directory, bool Takes, IReadOnlyList<string> Add, string? Move);

/// <summary>The lists of the directories, each its own.</summary>
public static class Directories
{
    private static readonly Entry[] All =
    [
        new("Apple Podcasts", "apple", [Need.Description, Need.Cover, Need.Language, Need.Category, Need.Explicit],
            "It follows newFeed by itself: keep the old feed alive for at least four weeks, and check the address in Podcasts Connect."),
        new("Spotify", "spotify", [Need.Description, Need.Cover, Need.Language, Need.Owner],
            "Change the feed's address in Spotify for Creators, or have the old address answer 301."),
        new("YouTube", "youtube", [Need.Description, Need.Cover, Need.Owner],
            "Change the RSS feed in YouTube Studio, under the podcast's details; newFeed alone is not followed."),
        new("Amazon Music", "amazon", [Need.Description, Need.Cover, Need.Language, Need.Category, Need.Explicit, Need.Owner],
            "Have the old address answer 301, or change it in Amazon Music for Podcasters."),
        new("Podcast Index", "podcastindex", [],
            "It knows the show by its podcast:guid: keep guid as it is, and add the new address at podcastindex.org."),
    ];

    private enum Need { Description, Cover, Language, Category, Explicit, Owner }

    /// <summary>The answers of all directories, always in the same order.</summary>
    /// <param name="show">The show; its cover null where it has only a generated one.</param>
    /// <param name="languageGiven">Whether the language is written, and not only assumed.</param>
    public static IReadOnlyList<DirectoryAnswer> Of(Show show, bool languageGiven) => [.. All.Select(entry =>
    {
        var add = entry.Needs.Where(need => !Has(show, need, languageGiven)).Select(Written).ToList();
        if (IsBlocked(show, entry.Platform)) add.Add("block: false");
        return new DirectoryAnswer(entry.Name, add.Count == 0, add, show.NewFeed is null ? null : entry.Move);
    })];

    private static bool Has(Show show, Need need, bool languageGiven) => need switch
    {
        Need.Description => show.Description.Trim().Length > 0,
        Need.Cover => show.Cover is not null,
        Need.Language => languageGiven,
        Need.Category => show.Categories.Count > 0,
        Need.Explicit => show.Explicit is not null,
        _ => show.Owner is not null,
    };

    private static string Written(Need need) => need switch
    {
        Need.Description => "description: a sentence or two",
        Need.Cover => "cover.jpg or cover.png, square, 1400 to 3000 pixels",
        Need.Language => "language: en, or the right one",
        Need.Category => "categories: one of Apple's list",
        Need.Explicit => "explicit: true or false",
        _ => "owner: name and email, at least until the show is claimed",
    };

    // The namespace's order: a platform's own word first, then that of all. iTunes' flag is heeded by the others too.
    private static bool IsBlocked(Show show, string platform) => show.Tags?.Blocks.FirstOrDefault(b => b.Platform == platform)?.IsBlocked ?? show.Block;

    private sealed record Entry(string Name, string Platform, Need[] Needs, string Move);
}

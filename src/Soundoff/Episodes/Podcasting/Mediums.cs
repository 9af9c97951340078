namespace Soundoff.Episodes.Podcasting;

/// <summary>What a feed may hold (<c>podcast:medium</c>).</summary>
public static class Mediums
{
    private static readonly string[] Whole = ["podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course"];

    /// <summary>Every medium, its list, and the list of mixed things.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Whole, .. Whole.Select(m => m + "L"), "mixed"];

    /// <summary>Whether a feed of a medium names items of other feeds and has none of its own.</summary>
    public static bool IsList(string medium) => medium == "mixed" || medium.EndsWith('L');
}

using Soundoff.Languages;

namespace Soundoff.Pages;

/// <summary>The small words above a title: season, number and kind, as far as they are known.</summary>
internal static class Marks
{
    public static IReadOnlyList<string>? Of(int? season, string? seasonName, int? number, string? kind, Words words)
    {
        var marks = new List<string>(3);
        if (season is { } s) marks.Add(words.Season(s, seasonName));
        if (number is { } n) marks.Add(words.Number(n));
        if (kind is "trailer") marks.Add(words.Site.Trailer);
        else if (kind is "bonus") marks.Add(words.Site.Bonus);
        return marks.OrNull();
    }

    /// <summary>Null for an empty list: Liquid takes an empty list for true.</summary>
    public static IReadOnlyList<T>? OrNull<T>(this IReadOnlyList<T> list) => list.Count == 0 ? null : list;
}

namespace Soundoff.Languages;

/// <summary>The categories that languages sort numbers into (Unicode CLDR, Language Plural Rules).</summary>
internal enum PluralCategory
{
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// <summary>Which category a whole number is of. The rules of the languages that we write; millions, for which Romance languages have a category of their own, are counted nowhere.</summary>
internal static class PluralRule
{
    /// <param name="language">The language as the file of its words is named.</param>
    /// <param name="number">From 0.</param>
    public static PluralCategory Of(string language, int number) => language switch
    {
        "ar" => Arabic(number),
        "cs" => number == 1 ? PluralCategory.One : number is >= 2 and <= 4 ? PluralCategory.Few : PluralCategory.Other,
        "pl" => number == 1 ? PluralCategory.One : Few(number) ? PluralCategory.Few : PluralCategory.Many,
        "ru" or "uk" => number % 10 == 1 && number % 100 != 11 ? PluralCategory.One : Few(number) ? PluralCategory.Few : PluralCategory.Many,
        "fr" or "pt-br" => number is 0 or 1 ? PluralCategory.One : PluralCategory.Other,
        _ => number == 1 ? PluralCategory.One : PluralCategory.Other,
    };

    private static PluralCategory Arabic(int number) => number switch
    {
        0 => PluralCategory.Zero,
        1 => PluralCategory.One,
        2 => PluralCategory.Two,
        _ => (number % 100) switch { >= 3 and <= 10 => PluralCategory.Few, >= 11 => PluralCategory.Many, _ => PluralCategory.Other },
    };

    private static bool Few(int number) => number % 10 is >= 2 and <= 4 && number % 100 is < 12 or > 14;
}

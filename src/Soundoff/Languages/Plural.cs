namespace Soundoff.Languages;

/// <summary>A phrase with a number in it, in the forms that a language has for numbers. <c>{0}</c> stands for the number; a form that says it in words has none.</summary>
internal sealed record Plural
{
    public string? Zero { get; init; }
    public string? One { get; init; }
    public string? Two { get; init; }
    public string? Few { get; init; }
    public string? Many { get; init; }

    /// <summary>The form of all numbers that have none of their own.</summary>
    public required string Other { get; init; }

    /// <summary>The form of a category of the Unicode CLDR.</summary>
    public string Of(PluralCategory category) => category switch
    {
        PluralCategory.Zero => Zero,
        PluralCategory.One => One,
        PluralCategory.Two => Two,
        PluralCategory.Few => Few,
        PluralCategory.Many => Many,
        _ => null,
    } ?? Other;
}

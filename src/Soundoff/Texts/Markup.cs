namespace Soundoff.Texts;

/// <summary>Plain text inside HTML.</summary>
internal static class Markup
{
    /// <summary>Text between tags or in a quoted attribute. Characters beyond ASCII stay themselves, which UTF-8 carries shortest.</summary>
    public static string Text(string text) => SafeText.Clean(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>A link.</summary>
    public static string Link(string address, string text) => $"""<a href="{Text(address)}">{Text(text)}</a>""";
}

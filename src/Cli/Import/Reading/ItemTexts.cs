using Soundoff.Texts;

namespace Soundoff.Cli.Import.Reading;

/// <summary>Chooses among the texts that an item has: the fullest are its notes, and one that says something of its own, shortly, its standfirst.</summary>
internal static class ItemTexts
{
    private const int LongestStandfirst = 400;

    public static (string Notes, string? Standfirst) Of(string? content, string? description, string? summary, string? subtitle)
    {
        var notes = new[] { content, description, summary, subtitle }.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "";
        var body = Letters(notes);
        var standfirst = new[] { subtitle, summary, description }.Select(Written.Line).OfType<string>().FirstOrDefault(line => line.Length <= LongestStandfirst && IsOwn(Letters(line), body));
        return (notes, standfirst);
    }

    // Not merely the beginning of the notes, perhaps with an ellipsis.
    private static bool IsOwn(string line, string body) => line.Length > 0 && !body.Contains(line, StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text) => string.Concat((text.Contains('<', StringComparison.Ordinal) ? PlainText.From(text) : text).Where(char.IsLetterOrDigit));
}

using System.Globalization;
using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Mail.Templates;

/// <summary>Turns what the Liquid parser says into what a publisher can use.</summary>
internal static partial class TemplateFault
{
    /// <summary>The line in a message that ends with "at (line:column)".</summary>
    public static int? LineIn(string message) => Position().Match(message) is { Success: true } at ? int.Parse(at.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>The line on which a name stands first.</summary>
    public static int? LineOf(string source, string name)
    {
        var at = source.IndexOf(name == ".." ? name : name.Split('.')[0], StringComparison.Ordinal);
        return at < 0 ? null : 1 + source.AsSpan(0, at).Count('\n');
    }

    /// <summary>The first line of a message as a sentence.</summary>
    public static string Sentence(string message) => Position().Replace(message.Split('\n')[0], "").Trim().TrimEnd('.') + ".";

    [GeneratedRegex(@"\s*\(?at \((\d+):\d+\)\)?", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Position();
}

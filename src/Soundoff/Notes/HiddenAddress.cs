using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Notes;

/// <summary>The traces that a site's address protection leaves where a mail address stood.</summary>
internal static partial class HiddenAddress
{
    /// <summary>Where "[email protected]" stands, with any spaces, or one of its relatives.</summary>
    public static IEnumerable<(int Start, int Length)> Traces(string text) =>
        Trace().Matches(text).Where(trace => trace.Value[0] == '[' || StandsAlone(text, trace)).Select(trace => (trace.Index, trace.Length));

    /// <summary>Whether one stands in the text.</summary>
    public static bool IsIn(string text) => Traces(text).Any();

    /// <summary>Whether the protection's links lead there.</summary>
    public static bool IsProtectionLink(string? href) => href?.Contains("/cdn-cgi/l/email-protection", StringComparison.OrdinalIgnoreCase) == true;

    private static bool StandsAlone(string text, Match trace) =>
        (trace.Index == 0 || !IsOfAddress(text[trace.Index - 1])) && (trace.Index + trace.Length == text.Length || !IsOfAddress(text[trace.Index + trace.Length]));

    private static bool IsOfAddress(char c) => char.IsLetterOrDigit(c) || c is '.' or '_';

    [GeneratedRegex(@"\[\s*e-?mail(?:[\s@\u200B]|&nbsp;|&\#160;|&amp;nbsp;)*protected\s*\]|email@protected", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Trace();
}

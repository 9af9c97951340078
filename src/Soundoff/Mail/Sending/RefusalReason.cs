using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Mail.Sending;

/// <summary>Why a provider refused a message, in its own words but for the addresses in them: what is told here goes into logs and on screens.</summary>
internal static partial class RefusalReason
{
    // Providers write whole pages.
    private const int LongestWords = 500;

    /// <summary>The reason on one line.</summary>
    /// <param name="status">The provider's number for it.</param>
    /// <param name="words">The provider's words; may be empty.</param>
    public static string Of(int status, string words)
    {
        var line = OutgoingHeaders.OneLine(words);
        if (line.Length > LongestWords) line = line[..LongestWords] + "…";
        return line.Length > 0 ? $"{status}: {Address().Replace(line, "(an address)")}" : $"{status}";
    }

    [GeneratedRegex(@"[^\s@""'<>(),;:]+@[^\s@""'<>(),;:]+", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Address();
}

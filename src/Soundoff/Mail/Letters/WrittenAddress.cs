using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Mail.Letters;

/// <summary>Mail addresses inside texts.</summary>
internal static partial class WrittenAddress
{
    /// <summary>The text with every mail address in it replaced by "(…)": listeners sign with theirs, and pages are read by harvesters.</summary>
    public static string Hidden(string text) => Address().Replace(text, "(…)");

    [GeneratedRegex(@"(?:mailto:)?[\p{L}\p{N}._%+\-']{1,64}@[\p{L}\p{N}\-]{1,63}(?:\.[\p{L}\p{N}\-]{1,63}){1,8}", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Address();
}

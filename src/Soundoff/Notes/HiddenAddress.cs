using System.Text.RegularExpressions;

namespace Soundoff.Notes;

/// <summary>The traces that a site's address protection leaves where a mail address stood.</summary>
internal static partial class HiddenAddress
{
    /// <summary>"[email protected]" with any spaces, and its relatives.</summary>
    [GeneratedRegex(@"\[\s*e-?mail(?:\s|@|&nbsp;|&\#160;|&amp;nbsp;|\u00A0|\u200B)*protected\s*\]|(?<![\w.])email@protected(?![\w.])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Trace();

    /// <summary>Where the protection's links lead.</summary>
    public static bool IsProtectionLink(string? href) => href?.Contains("/cdn-cgi/l/email-protection", StringComparison.OrdinalIgnoreCase) == true;
}

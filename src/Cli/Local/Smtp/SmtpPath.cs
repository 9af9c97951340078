namespace Soundoff.Cli.Local.Smtp;

/// <summary>The argument of <c>MAIL</c> and <c>RCPT</c>: an address in angle brackets, and parameters.</summary>
/// <param name="Address">Without angle brackets and source route; empty for <c>&lt;&gt;</c>.</param>
/// <param name="Parameters">After the address, in capitals.</param>
internal sealed record SmtpPath(string Address, IReadOnlyList<string> Parameters)
{
    /// <summary>Reads an argument, such as <c>FROM:&lt;ana@example.com&gt; SIZE=100</c>; null when it is none.</summary>
    public static SmtpPath? Parse(string argument, string keyword)
    {
        if (!argument.StartsWith(keyword, StringComparison.OrdinalIgnoreCase)) return null;
        // RFC 5321 allows no space after the colon; many programs write one.
        var rest = argument[keyword.Length..].TrimStart();
        if (!rest.StartsWith('<') || End(rest) is not (> 0 and var end)) return null;
        return new(WithoutRoute(rest[1..end]), rest[(end + 1)..].ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // A quoted local part may hold a bracket.
    private static int End(string text)
    {
        var isQuoted = false;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && isQuoted) i++;
            else if (text[i] == '"') isQuoted = !isQuoted;
            else if (text[i] == '>' && !isQuoted) return i;
        }

        return -1;
    }

    // RFC 5321 section 4.1.1.3: source routes are accepted and ignored.
    private static string WithoutRoute(string path) => path.StartsWith('@') && path.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? path[(colon + 1)..] : path;
}

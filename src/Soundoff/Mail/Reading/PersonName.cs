namespace Soundoff.Mail.Reading;

/// <summary>Cleans the name that stands by an address.</summary>
internal static class PersonName
{
    /// <summary>Without quotation marks around it, "via …" and "on behalf of …"; null when nothing of a name is left.</summary>
    public static string? Clean(string? written, string address)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        var name = Bare(HeaderText.OneLine(written, 4 * MailLimits.NameSigns));
        if (Before(name, " via ") is { } person) name = Bare(person);
        if (Before(name, " (via ") is { } member) name = Bare(member);
        if (name.Contains('@') || name.Equals(address, StringComparison.OrdinalIgnoreCase) || !name.Any(char.IsLetterOrDigit)) return null;
        return HeaderText.OneLine(name, MailLimits.NameSigns);
    }

    private static string Bare(string name)
    {
        while (true)
        {
            var bare = name.Trim(' ', '"', '“', '”', '„', '<', '>', '\\', ',', ';');
            if (bare.Length > 1 && (bare[0], bare[^1]) is ('\'', '\'') or ('‘', '’') or ('(', ')') or ('«', '»') or ('「', '」')) bare = bare[1..^1];
            if (bare.Length == name.Length) return bare;
            name = bare;
        }
    }

    private static string? Before(string name, string mark)
    {
        var at = name.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        return at > 0 ? name[..at] : null;
    }
}

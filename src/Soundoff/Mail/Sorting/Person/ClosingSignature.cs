namespace Soundoff.Mail.Sorting.Person;

/// <summary>The author's name and place at the end of a letter: "Bo, Malmö". Pages set both below a letter, and would print them twice.</summary>
internal static class ClosingSignature
{
    /// <summary>The text without them; as it is when it does not end so, or holds nothing else.</summary>
    /// <param name="text">What the author wrote.</param>
    /// <param name="name">The name as the message gives it.</param>
    /// <param name="place">Where the author is from.</param>
    public static string Without(string text, string? name, string? place)
    {
        if (DisplayName.FirstName(name) is not { } first) return text;
        var lines = text.Split('\n');
        var last = Last(lines, lines.Length);
        if (last <= 0) return text;
        var start = IsName(lines[last], first, name!, place) ? last
            : place is not null && Bare(lines[last]).Equals(place, StringComparison.OrdinalIgnoreCase) && Last(lines, last) is > 0 and var above && IsName(lines[above], first, name!, null) ? above : -1;
        var rest = start < 0 ? "" : string.Join('\n', lines[..start]).TrimEnd();
        return rest.Length > 0 ? rest : text;
    }

    private static int Last(string[] lines, int end)
    {
        var last = end - 1;
        while (last >= 0 && string.IsNullOrWhiteSpace(lines[last])) last--;
        return last;
    }

    private static bool IsName(string line, string first, string whole, string? place)
    {
        var bare = Bare(line);
        return bare.Equals(first, StringComparison.OrdinalIgnoreCase) || bare.Equals(whole, StringComparison.OrdinalIgnoreCase)
            || (place is not null && place.Equals(SenderPlace.Signed(line.Trim(), first, whole), StringComparison.OrdinalIgnoreCase));
    }

    private static string Bare(string line) => line.Trim().TrimStart('-', '–', '—', '~', ' ').TrimEnd('.', ',', '!', ' ');
}

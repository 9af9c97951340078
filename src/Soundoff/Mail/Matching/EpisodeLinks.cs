using System.Text;

namespace Soundoff.Mail.Matching;

/// <summary>
/// Finds links to a show's episode pages: with or without <c>https://</c>, broken over lines by mail programs, and inside the addresses of link checkers and
/// counters that carry them percent-encoded.
/// </summary>
internal static class EpisodeLinks
{
    private const int MaxText = 64 * 1024;
    private const int MaxLinks = 50;

    /// <summary>The episodes known to the show that the text links to, in the order of the text.</summary>
    public static IEnumerable<EpisodeEntry> Find(string text, ShowEntry show) =>
        Slugs(text, show).Select(readings => readings.Select(show.Find).FirstOrDefault(e => e is not null)).OfType<EpisodeEntry>();

    /// <summary>For each link into the show, the slugs it may name, the longest first: where a link was broken, it may have ended.</summary>
    public static IEnumerable<IReadOnlyList<string>> Slugs(string text, ShowEntry show)
    {
        if (show.Urls is null) yield break;
        var home = show.Urls.Home(show.Show);
        var prefix = Uri.UnescapeDataString(home[(home.IndexOf("://", StringComparison.Ordinal) + 3)..]);
        var looked = text.Length > MaxText ? text[..MaxText] : text;
        if (!MayLink(looked, prefix)) yield break;

        var (joined, breaks) = Join(looked);
        for (int at = joined.IndexOf(prefix, StringComparison.OrdinalIgnoreCase), links = 0; at >= 0 && links < MaxLinks; links++)
        {
            var start = at + prefix.Length;
            var end = start;
            while (end < joined.Length && end - start < 400 && !EndsSlug(joined[end])) end++;
            var readings = Readings(joined, start, end, breaks);
            if (readings.Count > 0) yield return readings;
            at = joined.IndexOf(prefix, start, StringComparison.OrdinalIgnoreCase);
        }
    }

    // The host stands in every form of the link, unless a line broke in it.
    private static bool MayLink(string text, string prefix)
    {
        var host = prefix[..prefix.IndexOf('/', StringComparison.Ordinal)];
        var colon = host.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? host : host[..colon];
        return text.Contains(name[..Math.Min(8, name.Length)], StringComparison.OrdinalIgnoreCase) || text.Contains("http", StringComparison.OrdinalIgnoreCase);
    }

    private static List<string> Readings(string joined, int start, int end, List<int> breaks)
    {
        var readings = new List<string>();
        var whole = joined[start..end];
        Add(readings, whole);
        var first = breaks.BinarySearch(start + 1);
        var next = first < 0 ? ~first : first;
        var cuts = new List<int>();
        while (next < breaks.Count && breaks[next] <= end) cuts.Add(breaks[next++]);
        for (var i = cuts.Count - 1; i >= 0; i--) Add(readings, joined[start..cuts[i]]);
        return readings;
    }

    private static void Add(List<string> readings, string written)
    {
        var slug = Recipient.Normal(written.TrimEnd('.', ',', ';', ':', '!', '…', '-', '_'));
        if (slug.Length == 0) return;
        if (!readings.Contains(slug)) readings.Add(slug);

        // The recording's own address: the slug, a tag of its content and an ending.
        var dot = slug.LastIndexOf('.');
        var hyphen = dot > 0 ? slug.LastIndexOf('-', dot) : -1;
        if (hyphen > 0) readings.Add(slug[..hyphen]);
    }

    private static bool EndsSlug(char sign) =>
        sign is '/' or '?' or '#' or '&' or '"' or '\'' or '<' or '>' or '(' or ')' or '[' or ']' or '{' or '}' or '|' or '\\' or '*' or '”' or '“' or '»'
        or '。' or '、' or '」' || char.IsWhiteSpace(sign);

    // Lines joined and encodings undone; where a line ended is remembered.
    private static (string Joined, List<int> Breaks) Join(string text)
    {
        var joined = new StringBuilder(text.Length);
        var breaks = new List<int>();
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.TrimStart("> \t").TrimEnd();
            if (line.Length > 0 && line[^1] == '=') line = line[..^1];
            joined.Append(Decoded(line.ToString()));
            if (line.Length > 0) breaks.Add(joined.Length);
            else joined.Append(' ');
        }

        return (joined.ToString(), breaks);
    }

    private static string Decoded(string line)
    {
        // Proofpoint's second version writes "%" as "-" and "/" as "_".
        if (line.Contains("urldefense", StringComparison.OrdinalIgnoreCase) && line.Contains("-3A__", StringComparison.Ordinal))
            line = line.Replace("-3A__", "://", StringComparison.Ordinal).Replace('_', '/')
                .Replace("-2D", "-", StringComparison.Ordinal).Replace("-25", "%", StringComparison.Ordinal);

        // Twice: a counter around a link checker.
        for (var layer = 0; layer < 2 && line.Contains('%', StringComparison.Ordinal); layer++) line = Uri.UnescapeDataString(line);
        return line;
    }
}

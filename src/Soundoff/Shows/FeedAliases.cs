using System.Text.RegularExpressions;
using Soundoff.Fields;
using Soundoff.Limits;
using Soundoff.Site;

namespace Soundoff.Shows;

/// <summary>Reads <c>feed: { aliases: [rss, feeds/podcast.rss] }</c>: former addresses of the RSS feed below the show, which keep answering with the same bytes.</summary>
internal static partial class FeedAliases
{
    private const int Most = 10;
    private const int Longest = 200;

    /// <summary>The paths below the show's folder, without a leading slash, each once.</summary>
    public static IReadOnlyList<string> Read(FieldReader feed, string show)
    {
        var aliases = new List<string>();
        foreach (var (path, node) in feed.Items("aliases"))
        {
            var alias = node is YamlText text ? Below(show, text.Value.Trim()) : null;
            if (alias is null) feed.Warn(path, node, $"{FieldReader.Kind(node)} cannot be an address of the feed, so it is left out.", "Write a path below the show, such as rss or feeds/podcast.xml, of letters, digits, dots and hyphens.");
            else if (IsTaken(show, alias)) feed.Warn(path, node, $"\"{alias}\" is an address of the show's own, so it is left out.", "Name another former address.");
            else if (aliases.Count == Most) feed.Warn(path, node, $"There are more than {Most} former addresses of the feed, so this one is left out.", "Keep those that are still asked for.");
            else if (!aliases.Contains(alias)) aliases.Add(alias);
        }

        return aliases;
    }

    private static string? Below(string show, string written)
    {
        var path = written.Trim('/');
        if (path.StartsWith(show + "/", StringComparison.Ordinal)) path = path[(show.Length + 1)..];
        return path.Length <= Longest && Path().IsMatch(path) ? path : null;
    }

    private static bool IsTaken(string show, string alias) =>
        $"{show}/{alias}" is var path && (path == SitePaths.Feed(show) || path == SitePaths.Atom(show) || path == SitePaths.JsonFeed(show) || Own().IsMatch(alias));

    // Segments that neither begin nor end with a dot; no more than the site's own pages have.
    [GeneratedRegex(@"^(?:[A-Za-z0-9_~-]+(?:\.[A-Za-z0-9_~-]+)*/){0,3}[A-Za-z0-9_~-]+(?:\.[A-Za-z0-9_~-]+)*$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Path();

    // Pages, archives, sitemaps, and the folders of lists; the names of media end in what they are.
    [GeneratedRegex(@"^(?:feed-[0-9]{4}-[0-9]{2}\.xml|sitemap-[0-9]{4}\.xml|(?:[0-9]{4}|topics|guests)(?:/.*)?|(?:.*/)?index\.html?|.*\.(?:mp3|m4a|aac|ogg|opus|flac|wav|mp4|jpg|jpeg|png|vtt|srt|json|html|txt))$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Own();
}

using Soundoff.Episodes;
using Soundoff.Site;

namespace Soundoff.Pages;

/// <summary>A file that pages need, under a name that tells its content.</summary>
/// <param name="Path">Site path: <c>assets/style-1f0c9a2b3c4d.css</c>.</param>
/// <param name="Bytes">The content.</param>
/// <param name="Type">Media type, with the charset of texts.</param>
public sealed record SiteAsset(string Path, ReadOnlyMemory<byte> Bytes, string Type);

/// <summary>What pages need beside themselves. A page names the version it was rendered with, so all of them are kept for ever.</summary>
public static class SiteAssets
{
    // In the order of the cascade.
    private static readonly string[] Styles = ["colours", "ground", "masthead", "hero", "player", "deck", "moments", "lists", "finding", "follow", "episode", "transcript", "embed", "people", "letters", "contact", "desk", "print"];

    // Chapters of one script, which share their names. Each uses those before it.
    private static readonly string[] Scripts = ["contact", "clock", "kept", "deck", "air", "session", "lists", "moments", "transcript", "transcript-search", "sharing", "keys", "start"];

    /// <summary>The style sheet of all pages.</summary>
    public static SiteAsset Style { get; } = Make("style", ".css", string.Join('\n', Styles.Select(name => Read(name + ".css"))));

    /// <summary>What runs on a show's pages, which are whole without it: restores mail links, and plays recordings in place.</summary>
    public static SiteAsset Script { get; } = Make("site", ".js", Alone(string.Join('\n', Scripts.Select(name => Bare(Read(name + ".js"))))));

    /// <summary>Opens a letter by what stands behind the # of its link; without it people paste the link.</summary>
    public static SiteAsset OpenScript { get; } = Make("open", ".js", Read("open.js"));

    /// <summary>Opens on the page how to follow a show; without it a page of its own says so.</summary>
    public static SiteAsset Follow { get; } = Make("follow", ".js", Read("follow.js"));

    /// <summary>Searches a show; a module, on its page alone.</summary>
    public static SiteAsset Search { get; } = Make("search", ".js", string.Join('\n', new[] { "search-terms", "search-index", "search-page" }.Select(name => Read(name + ".js"))));

    /// <summary>The icon of the browser's tab.</summary>
    public static SiteAsset Icon { get; } = Make("icon", ".svg", Read("icon.svg"));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SiteAsset> All { get; } = [Style, Script, OpenScript, Follow, Search, Icon];

    private static SiteAsset Make(string name, string extension, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return new(SitePaths.Asset(name, ContentTag.Of(bytes), extension), bytes, MediaTypes.Of(extension));
    }

    // Its names are its own.
    private static string Alone(string script) => $"(() => {{\n\"use strict\";\n{script}\n}})();\n";

    // Comments and indents are for those who read the source; no line of it lies inside a text.
    private static string Bare(string script) =>
        string.Join('\n', script.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("//", StringComparison.Ordinal)));

    private static string Read(string name)
    {
        using var source = new StreamReader(typeof(SiteAssets).Assembly.GetManifestResourceStream("Soundoff.Assets." + name)!);
        return source.ReadToEnd();
    }
}

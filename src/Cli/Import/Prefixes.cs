namespace Soundoff.Cli.Import;

/// <summary>The services that count downloads by standing before a recording's address: <c>https://op3.dev/e/cdn.example/show/one.mp3</c>.</summary>
internal static class Prefixes
{
    // Their host, and what of the path is theirs before the recording's own host begins; a star is any part.
    private static readonly (string Host, string Path)[] Known =
    [
        ("op3.dev", "e"), ("dts.podtrac.com", "redirect.*"), ("www.podtrac.com", "pts/redirect.*"), ("chtbl.com", "track/*"), ("chrt.fm", "track/*"), ("pdst.fm", "e"), ("mgln.ai", "e/*"),
        ("prfx.byspotify.com", "e"), ("pscrb.fm", "rss/p"), ("verifi.podscribe.com", "rss/p"), ("claritaspod.com", "measure"), ("clrtpod.com", "m"), ("arttrk.com", "p/*"), ("tracking.swap.fm", "track/*"),
        ("media.blubrry.com", "*"), ("pfx.vpixl.com", "*"), ("pdcn.co", "e"), ("gum.fm", "r"), ("podcorn.com", "analytics-track/*"), ("injector.simplecastaudio.com", "*"), ("analytics.podcorn.com", "*"),
    ];

    private const int MostInARow = 8;

    /// <summary>The address without them; the same when none stands there.</summary>
    public static Uri Strip(Uri address)
    {
        for (var i = 0; i < MostInARow && Inner(address) is { } inner; i++) address = inner;
        return address;
    }

    private static Uri? Inner(Uri address)
    {
        foreach (var (host, path) in Known)
        {
            if (!address.Host.Equals(host, StringComparison.OrdinalIgnoreCase)) continue;
            var parts = address.AbsolutePath.TrimStart('/').Split('/');
            var theirs = path.Split('/');
            if (parts.Length <= theirs.Length || !theirs.Zip(parts).All(pair => Is(pair.First, pair.Second))) continue;
            var rest = parts[theirs.Length..];
            var scheme = "https://";
            if (rest[0] is "http:" or "https:") (scheme, rest) = (rest[0] + "//", [.. rest[1..].SkipWhile(part => part.Length == 0)]);
            if (rest.Length > 1 && rest[0].Contains('.', StringComparison.Ordinal) && Uri.TryCreate(scheme + string.Join('/', rest) + address.Query, UriKind.Absolute, out var inner)) return inner;
        }

        return null;
    }

    private static bool Is(string theirs, string part) => theirs == "*" || (theirs.EndsWith('*') ? part.StartsWith(theirs[..^1], StringComparison.Ordinal) : theirs == part);
}

using Soundoff.Pages.Views;
using Soundoff.Shows;

namespace Soundoff.Pages;

/// <summary>Where a show is followed: apps that take a feed's address by a link of theirs, and the places that the show names.</summary>
internal static class FollowApps
{
    // Their own spelling, what an entry of the show's links calls them, and how they take an address: whole and encoded, or without its scheme.
    private static readonly (string Name, string Network, Func<Uri, string> Link)[] Takers =
    [
        ("Apple Podcasts", "apple", feed => $"podcast://{Bare(feed)}"),
        ("Pocket Casts", "pocketcasts", feed => $"pktc://subscribe/{Bare(feed)}"),
        ("Overcast", "overcast", feed => $"overcast://x-callback-url/add?url={Encoded(feed)}"),
        ("AntennaPod", "antennapod", feed => $"https://antennapod.org/deeplink/subscribe?url={Encoded(feed)}"),
        ("Castro", "castro", feed => $"castro://subscribe/{Bare(feed)}"),
        ("Podcast Addict", "podcastaddict", feed => $"podcastaddict://{Bare(feed)}"),
        ("gPodder", "gpodder", feed => $"https://gpodder.net/subscribe?url={Encoded(feed)}"),
    ];

    // Where people listen, of all that links name.
    private static readonly string[] Places =
        ["spotify", "youtube", "amazon", "deezer", "iheart", "tunein", "castbox", "podbean", "player", "podimo", "soundcloud", "mixcloud", "audible", "fyyd", "podverse", "fountain"];

    /// <summary>All of them: an app's own page of the show, where links name one, before the link that brings it the feed.</summary>
    public static IReadOnlyList<AppView> Of(Show show, Uri feed)
    {
        var named = show.Links.GroupBy(l => l.Network).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var takers = Takers.Select(app => new AppView(app.Name, named.GetValueOrDefault(app.Network)?.Address.AbsoluteUri ?? app.Link(feed), app.Network));
        return [.. takers, .. show.Links.Where(l => Places.Contains(l.Network)).Select(l => new AppView(l.Title, l.Address.AbsoluteUri, "place"))];
    }

    private static string Bare(Uri feed) => feed.AbsoluteUri[(feed.Scheme.Length + "://".Length)..];

    private static string Encoded(Uri feed) => Uri.EscapeDataString(feed.AbsoluteUri);
}

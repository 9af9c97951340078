using Soundoff.Artwork;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Pages.Views;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Pages;

/// <summary>What surrounds every page of a show: head, masthead, contact and footer.</summary>
internal sealed class ShowFrame(Show show, SiteUrls urls, ApiUrls api, PageCulture culture, Episode? episode = null)
{
    public PageCulture Culture { get; } = culture;

    public bool IsHome { get; init; }

    /// <summary>Whether the page says how to follow the show.</summary>
    public bool Follows { get; init; }

    /// <summary>What runs on this kind of page.</summary>
    public IReadOnlyList<SiteAsset> Modules { get; init; } = [];

    /// <summary>Whether that may fetch from the site.</summary>
    public bool Fetches { get; init; }

    /// <summary>Makes the show's lists in the page's language.</summary>
    public ListPages Lists { get; } = new(show, urls, culture);

    /// <summary>The whole page.</summary>
    /// <param name="content">The template of the main part.</param>
    /// <param name="page">Its view.</param>
    /// <param name="path">Site path of the page.</param>
    /// <param name="title">The page's title; null where the show's stands for it.</param>
    /// <param name="description">Plain text of any length.</param>
    /// <param name="data">Linked data.</param>
    public byte[] Render(string content, object page, string path, string? title, string? description = null, SafeHtml? data = null)
    {
        var contact = show.Contact is { } address ? SealedContact.Of(address, episode?.Slug, title ?? show.Title, api.Contact(show.Name, episode?.Slug)) : null;
        var feeds = Feeds();
        return PageTemplates.Render(new(content, page, new()
        {
            Language = Culture.Language,
            Direction = Culture.Direction,
            Title = title is null ? show.Title : $"{title} · {show.Title}",
            Description = EpisodeSummary.Short(SealedContact.Hide(description ?? "", show.Contact)),
            Canonical = urls.Of(path),
            Tone = GeneratedCover.PaletteOf(show.Name),
            Feeds = feeds,
            Share = Share(title ?? show.Title),
            Data = data,
            Style = urls.Within(SiteAssets.Style.Path),
            Icon = urls.Within(SiteAssets.Icon.Path),
            Modules = [.. (Follows ? Modules.Prepend(SiteAssets.Follow) : Modules).Select(m => urls.Within(m.Path))],
            Fetches = Fetches,
            Script = urls.Within(SiteAssets.Script.Path),
            Playing = show.Title,
            Oembed = episode?.Audio is null ? null : urls.Of(SitePaths.Oembed(show.Name, episode.Slug)),
        }, Site(contact, feeds), Culture.Words));
    }

    private ShowView Site(ContactView? contact, IReadOnlyList<FeedView> feeds) => new()
    {
        Title = show.Title,
        Home = urls.Within(SitePaths.Home(show.Name)),
        Root = urls.Within(SitePaths.Root),
        IsHome = IsHome,
        Search = urls.Within(SitePaths.Search(show.Name)),
        Subscribe = urls.Within(SitePaths.Subscribe(show.Name)),
        Follow = Follows ? new(FollowApps.Of(show, new(urls.Feed(show.Name))), urls.Feed(show.Name), urls.Within(SitePaths.FeedCode(show.Name))) : null,
        Author = show.Author,
        Cover = show.Cover is { } cover ? new(urls.Within(cover.Path), "", cover.Width, cover.Height) : null,
        Feeds = feeds,
        Links = [.. show.Links.Select(l => new LinkView(l.Address.AbsoluteUri, l.Title))],
        Funding = [.. show.Funding.Select(l => new LinkView(l.Address.AbsoluteUri, l.Title))],
        Contact = contact,
        Copyright = show.Copyright ?? show.Author,
        License = Licenses.Of(show.License),
    };

    private IReadOnlyList<FeedView> Feeds() =>
    [
        Feed(RssFeed.Type, "RSS", SitePaths.Feed(show.Name)),
        Feed(AtomFeed.Type, "Atom", SitePaths.Atom(show.Name)),
        Feed(JsonFeed.Type, "JSON Feed", SitePaths.JsonFeed(show.Name)),
    ];

    private FeedView Feed(string type, string name, string path) => new(type.Split(';')[0], name, $"{show.Title} ({name})", urls.Of(path));

    private ShareView Share(string title) => new(
        episode is null ? "website" : "article",
        show.Title,
        title,
        (episode?.Artwork ?? show.Cover) is { } image ? new(urls.Of(image.Path), episode?.ImageAlt ?? Culture.Words.Artwork(episode?.Artwork is null ? show.Title : episode.Title), image.Width, image.Height) : null,
        episode?.Audio is { } audio ? urls.Of(audio.Path) : null,
        episode?.Audio?.Type,
        episode is null ? null : FeedDate.Rfc3339(episode.Date),
        episode is null ? null : new EpisodeEmbed(show, episode, urls).Frame);
}

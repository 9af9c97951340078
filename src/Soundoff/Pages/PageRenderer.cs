using Soundoff.Artwork;
using Soundoff.Episodes;
using Soundoff.Languages;
using Soundoff.Lists;
using Soundoff.Mail.Letters;
using Soundoff.Pages.Views;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Pages;

/// <summary>Renders every page of the public site as UTF-8. The same arguments give the same bytes. Safe for concurrent use.</summary>
/// <param name="urls">The site.</param>
/// <param name="api">Where the contact form is.</param>
public sealed class PageRenderer(SiteUrls urls, ApiUrls api)
{
    // Pages of the whole site wear one colour, whatever shows there are.
    private const int SiteTone = 7;

    /// <summary>An episode's page.</summary>
    /// <param name="show">Its show.</param>
    /// <param name="episode">The episode.</param>
    /// <param name="older">The episode before it.</param>
    /// <param name="newer">The episode after it.</param>
    /// <param name="letters">What listeners wrote about it, oldest first.</param>
    /// <param name="akin">Older episodes with the same guests and topics.</param>
    public byte[] Episode(Show show, Episode episode, ListedEpisode? older, ListedEpisode? newer, IReadOnlyList<PublishedLetter>? letters = null, IReadOnlyList<ListedEpisode>? akin = null)
    {
        var frame = new ShowFrame(show, urls, api, PageCulture.For(show.Language), episode) { Follows = true };
        var view = new EpisodePage(show, episode, urls, frame.Culture).View(older, newer, letters ?? [], akin ?? []);
        return frame.Render("episode", view, SitePaths.Episode(show.Name, episode.Slug), episode.Title, EpisodeSummary.Of(episode), LinkedData.Of(episode, show, urls));
    }

    /// <summary>An episode's player for frames of other sites; null for an episode without a recording.</summary>
    public byte[]? Embed(Show show, Episode episode)
    {
        var culture = PageCulture.For(show.Language);
        if (new Recordings(show, urls, culture).Of(episode) is not { } player) return null;
        var image = (episode.Artwork ?? show.Cover) is { } art ? new ImageView(urls.Within(art.Path), "", art.Width, art.Height) : null;
        var view = new EmbedView(player.Page, episode.Title, new(urls.Within(SitePaths.Home(show.Name)), show.Title), image, player, culture.Foreign(episode.Language));
        return PageTemplates.Render(new("embed", view, new()
        {
            Language = culture.Language,
            Direction = culture.Direction,
            Title = $"{episode.Title} · {show.Title}",
            Canonical = urls.Episode(show.Name, episode.Slug),
            Hidden = true,
            Tone = GeneratedCover.PaletteOf(show.Name),
            Style = urls.Within(SiteAssets.Style.Path),
            Icon = urls.Within(SiteAssets.Icon.Path),
            Script = urls.Within(SiteAssets.Script.Path),
            Playing = show.Title,
        }, null, culture.Words));
    }

    /// <summary>What oEmbed 1.0 says of an episode, as JSON; null for an episode without a recording.</summary>
    public byte[]? Oembed(Show show, Episode episode) => new EpisodeEmbed(show, episode, urls).Oembed();

    /// <summary>A show's home: the newest episodes, the first of them featured, and the years to look further.</summary>
    /// <param name="show">Which.</param>
    /// <param name="newest">Newest first.</param>
    /// <param name="months">All months that have episodes, ascending.</param>
    /// <param name="names">All topics, guests and seasons.</param>
    public byte[] Home(Show show, IReadOnlyList<ListedEpisode> newest, IReadOnlyList<MonthRow> months, IReadOnlyList<NamedCount> names)
    {
        var frame = new ShowFrame(show, urls, api, PageCulture.For(show.Language)) { IsHome = true, Follows = true };
        return frame.Render("home", frame.Lists.Home(newest, months, names), SitePaths.Home(show.Name), null, show.Description, LinkedData.Of(show, urls));
    }

    /// <summary>The episodes of a month.</summary>
    /// <param name="show">Which.</param>
    /// <param name="month">The month.</param>
    /// <param name="episodes">Newest first.</param>
    /// <param name="older">The month before it that has episodes.</param>
    /// <param name="newer">The month after it that has episodes.</param>
    public byte[] Month(Show show, Month month, IReadOnlyList<ListedEpisode> episodes, Month? older, Month? newer)
    {
        var frame = new ShowFrame(show, urls, api, PageCulture.For(show.Language));
        return frame.Render("list", frame.Lists.Month(month, episodes, older, newer), SitePaths.Month(show.Name, month), frame.Culture.Month(month), Describe(frame, frame.Culture.Month(month), episodes));
    }

    /// <summary>A year's months and episodes.</summary>
    /// <param name="show">Which.</param>
    /// <param name="year">The year.</param>
    /// <param name="months">All months of the show that have episodes, ascending.</param>
    /// <param name="episodes">Those of the year, newest first.</param>
    public byte[] Year(Show show, int year, IReadOnlyList<MonthRow> months, IReadOnlyList<ListedEpisode> episodes)
    {
        var frame = new ShowFrame(show, urls, api, PageCulture.For(show.Language));
        var view = frame.Lists.Year(year, months, episodes);
        return frame.Render("year", view, SitePaths.Year(show.Name, year), view.Title, Describe(frame, view.Title, episodes));
    }

    /// <summary>All topics by their first letters.</summary>
    public byte[] Topics(Show show, IReadOnlyList<NamedCount> topics)
    {
        var frame = new ShowFrame(show, urls, api, PageCulture.For(show.Language));
        return Names(frame, frame.Lists.Names(frame.Culture.Words.Site.Topics, frame.Culture.Words.Site.NoTopics, topics), SitePaths.Topics(show.Name));
    }

    /// <summary>All guests by their first letters.</summary>
    public byte[] Guests(Show show, IReadOnlyList<NamedCount> guests)
    {
        var frame = new ShowFrame(show, urls, api, PageCulture.For(show.Language));
        return Names(frame, frame.Lists.Names(frame.Culture.Words.Site.Guests, frame.Culture.Words.Site.NoGuests, guests), SitePaths.Guests(show.Name));
    }

    /// <summary>The page to search a show; without scripts it says where else to look.</summary>
    /// <param name="show">Which.</param>
    /// <param name="blocks">The names of the index's blocks, newest first.</param>
    /// <param name="months">All months that have episodes, ascending.</param>
    public byte[] Search(Show show, IReadOnlyList<string> blocks, IReadOnlyList<MonthRow> months)
    {
        var frame = new ShowFrame(show, urls, api, PageCulture.For(show.Language)) { Modules = [SiteAssets.Search], Fetches = true };
        return frame.Render("search", frame.Lists.Search(blocks, months), SitePaths.Search(show.Name), frame.Culture.Words.Site.Search, frame.Culture.Words.Site.SearchHint);
    }

    /// <summary>The episodes of a topic: the newest, or those of one year.</summary>
    /// <param name="show">Which.</param>
    /// <param name="slug">The topic's part of the address.</param>
    /// <param name="list">Its name and episodes.</param>
    /// <param name="year">The year shown; null for the newest.</param>
    /// <param name="older">The year to go on with; null when nothing older is left.</param>
    public byte[] Topic(Show show, string slug, NamedList list, int? year, int? older)
    {
        var frame = new ShowFrame(show, urls, api, PageCulture.For(show.Language));
        return Named(frame, frame.Lists.Named(frame.Culture.Words.Site.Topic, list, year, older, y => SitePaths.Topic(show.Name, slug, y), new(urls.Within(SitePaths.Topics(show.Name)), frame.Culture.Words.Site.Topics)), SitePaths.Topic(show.Name, slug, year), list);
    }

    /// <summary>The episodes of a guest; otherwise as <see cref="Topic"/>.</summary>
    public byte[] Guest(Show show, string slug, NamedList list, int? year, int? older)
    {
        var frame = new ShowFrame(show, urls, api, PageCulture.For(show.Language));
        return Named(frame, frame.Lists.Named(frame.Culture.Words.Site.Guest, list, year, older, y => SitePaths.Guest(show.Name, slug, y), new(urls.Within(SitePaths.Guests(show.Name)), frame.Culture.Words.Site.Guests)), SitePaths.Guest(show.Name, slug, year), list);
    }

    /// <summary>How to follow a show: the apps, the feed's address and its QR code.</summary>
    public byte[] Subscribe(Show show)
    {
        var frame = new ShowFrame(show, urls, api, PageCulture.For(show.Language)) { Follows = true };
        return frame.Render("subscribe", new NoticeView(frame.Culture.Words.Site.Subscribe, frame.Culture.Words.Site.SubscribeHint, new(urls.Feed(show.Name), "RSS")), SitePaths.Subscribe(show.Name),
            frame.Culture.Words.Site.Subscribe, frame.Culture.Words.Site.SubscribeHint);
    }

    /// <summary>The feed's address as a QR code: SVG.</summary>
    public byte[] Code(Show show) => FeedCode.Svg(urls.Feed(show.Name));

    /// <summary>The episodes of a season; otherwise as <see cref="Topic"/>.</summary>
    public byte[] Season(Show show, int season, NamedList list, int? year, int? older)
    {
        var frame = new ShowFrame(show, urls, api, PageCulture.For(show.Language));
        var words = frame.Culture.Words;
        var named = list with { Name = list.Name.Length > 0 ? list.Name : words.Season(season, null) };
        return Named(frame, frame.Lists.Named(words.Season(season, null), named, year, older, y => SitePaths.Season(show.Name, season, y), null), SitePaths.Season(show.Name, season, year), named);
    }

    /// <summary>The page at a former address: leads on at once, and tells search engines where to.</summary>
    /// <param name="show">Whose page it is.</param>
    /// <param name="address">The new address, absolute.</param>
    /// <param name="title">What is there.</param>
    public byte[] Redirect(Show show, string address, string title)
    {
        var culture = PageCulture.For(show.Language);
        var words = culture.Words.Site;
        return SitePage("notice", new NoticeView(words.Moved, words.MovedText, new(address, title)), culture, title, address, hidden: true, refresh: address);
    }

    /// <summary>Served where nothing is.</summary>
    /// <param name="shows">All shows of the site, which decide in what language.</param>
    /// <param name="newest">The newest episodes of some of them, by the show's name.</param>
    public byte[] NotFound(IReadOnlyList<Show> shows, IReadOnlyDictionary<string, IReadOnlyList<ListedEpisode>>? newest = null)
    {
        var culture = CultureOf(shows);
        var words = culture.Words.Site;
        var some = shows.Where(s => newest?.ContainsKey(s.Name) is true).Select((show, number) => new LostShowView(
            number,
            new(urls.Within(SitePaths.Home(show.Name)), show.Title, culture.Foreign(show.Language)),
            urls.Within(SitePaths.Search(show.Name)),
            newest![show.Name].Select(e => new LinkView(urls.Within(SitePaths.Episode(show.Name, e.Slug)), e.Title, culture.Foreign(e.Language))).ToList().OrNull(),
            PageCulture.DirectionOf(show.Language)));
        var view = new LostView(words.NotFound, words.NotFoundText, new(urls.Within(SitePaths.Root), words.AllShows), some.ToList().OrNull());
        return SitePage("lost", view, culture, words.NotFound, null, hidden: true, asks: true);
    }

    /// <summary>The list of shows at the site's base address, in the language that all of them share, else in English.</summary>
    public byte[] Root(IReadOnlyList<Show> shows)
    {
        var culture = CultureOf(shows);
        return SitePage("root", new RootView(shows.Select(Card).ToList().OrNull()), culture, culture.Words.Site.Shows, urls.Of(SitePaths.Root), hidden: false);
    }

    /// <summary><c>robots.txt</c>.</summary>
    public byte[] Robots() => Sitemaps.Robots(urls.Of(SitePaths.SitemapIndex));

    /// <summary>A sitemap of the pages at these site paths, with when they last changed; of more than 50,000 it holds the first.</summary>
    public byte[] Sitemap(IEnumerable<(string Path, DateTimeOffset? Modified)> pages) => Sitemaps.Pages(pages.Select(p => (urls.Of(p.Path), p.Modified)));

    /// <summary>The index of the sitemaps at these site paths. While there are none, since an index must not be empty, a sitemap of the root page.</summary>
    public byte[] SitemapIndex(IReadOnlyCollection<string> maps) => maps.Count == 0 ? Sitemap([(SitePaths.Root, null)]) : Sitemaps.Index(maps.Select(urls.Of));

    private static byte[] Named(ShowFrame frame, ListView view, string path, NamedList list) => frame.Render("list", view, path, view.Title, list.Description ?? Describe(frame, view.Title, list.Episodes));

    private static byte[] Names(ShowFrame frame, NamesView view, string path) =>
        frame.Render("names", view, path, view.Title, $"{view.Title}{frame.Culture.Words.Site.Colon}{string.Join(frame.Culture.Words.Site.Comma, (view.Groups ?? []).SelectMany(g => g.Names).Select(n => n.Title))}");

    // For search engines and previews: how many, and how the first are called.
    private static string Describe(ShowFrame frame, string title, IReadOnlyList<ListedEpisode> episodes) =>
        $"{title}{frame.Culture.Words.Site.Colon}{frame.Culture.Words.Count(episodes.Count)}. {string.Join(" · ", episodes.Select(e => e.Title))}";

    // Of shows in German of two countries German is shared. Where we have no words of the language, the page is English and says so.
    private static PageCulture CultureOf(IReadOnlyList<Show> shows)
    {
        var languages = shows.Select(s => s.Language.ToLowerInvariant()).Distinct().ToList();
        if (languages.Count > 1) languages = [.. languages.Select(l => l.Split('-')[0]).Distinct()];
        return PageCulture.For(languages is [var shared] && Words.Speak(shared) ? shared : "en");
    }

    private byte[] SitePage(string content, object page, PageCulture culture, string title, string? canonical, bool hidden, string? refresh = null, bool asks = false) => PageTemplates.Render(new(content, page, new()
    {
        Language = culture.Language,
        Direction = culture.Direction,
        Title = title,
        Canonical = canonical,
        Hidden = hidden,
        Refresh = refresh,
        Asks = asks,
        Tone = SiteTone,
        Style = urls.Within(SiteAssets.Style.Path),
        Icon = urls.Within(SiteAssets.Icon.Path),
    }, null, culture.Words));

    private ShowCardView Card(Show show) => new(
        urls.Within(SitePaths.Home(show.Name)),
        show.Title,
        show.Author,
        EpisodeSummary.Short(SealedContact.Hide(show.Description, show.Contact)),
        show.Language,
        PageCulture.DirectionOf(show.Language),
        GeneratedCover.PaletteOf(show.Name),
        // The title stands beside it.
        show.Cover is { } cover ? new(urls.Within(cover.Path), "", cover.Width, cover.Height) : null);
}

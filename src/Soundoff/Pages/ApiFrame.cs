using Soundoff.Artwork;
using Soundoff.Pages.Views;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Pages;

/// <summary>What surrounds pages that the functions give. They may be on another host than the site, so every address is whole; the answer's header carries their policy.</summary>
internal static class ApiFrame
{
    // As the pages of the whole site.
    private const int NoShowTone = 7;

    /// <summary>The whole page.</summary>
    /// <param name="content">The template of the main part.</param>
    /// <param name="page">Its view.</param>
    /// <param name="title">The page's title.</param>
    /// <param name="show">The show; null for none.</param>
    /// <param name="culture">How it is written.</param>
    /// <param name="urls">The site.</param>
    /// <param name="script">What runs in it; null for nothing.</param>
    public static byte[] Render(string content, object page, string title, Show? show, PageCulture culture, SiteUrls urls, SiteAsset? script = null) =>
        PageTemplates.Render(new(content, page, new()
        {
            Language = culture.Language,
            Direction = culture.Direction,
            CarriesPolicy = false,
            Title = show is null ? title : $"{title} · {show.Title}",
            Hidden = true,
            Tone = show is null ? NoShowTone : GeneratedCover.PaletteOf(show.Name),
            Style = urls.Of(SiteAssets.Style.Path),
            Icon = urls.Of(SiteAssets.Icon.Path),
            Script = script is null ? null : urls.Of(script.Path),
        }, show is null ? null : Around(show, urls), culture.Words));

    private static ShowView Around(Show show, SiteUrls urls) => new()
    {
        Title = show.Title,
        Home = urls.Home(show.Name),
        Root = urls.Of(SitePaths.Root),
        IsHome = false,
        Search = urls.Of(SitePaths.Search(show.Name)),
        Subscribe = urls.Of(SitePaths.Subscribe(show.Name)),
        Cover = show.Cover is { } cover ? new(urls.Of(cover.Path), "", cover.Width, cover.Height) : null,
        Copyright = show.Copyright ?? show.Author,
        License = Licenses.Of(show.License),
    };
}

#pragma warning disable CA1822
using System.Net;
using System.Text;
using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Pages;

/// <summary>Placeholder.</summary>
public sealed class PageRenderer(SiteUrls urls)
{
    public byte[] Episode(Show show, Episode episode, ListedEpisode? older, ListedEpisode? newer) => Text($"<h1>{episode.Title}</h1>{episode.BodyHtml}{older?.Title}{newer?.Title}");
    public byte[] Home(Show show, IReadOnlyList<ListedEpisode> newest, IReadOnlyList<MonthRow> months) => Text($"<h1>{show.Title}</h1>{string.Join(' ', newest.Select(e => e.Title))}{months.Count}");
    public byte[] Month(Show show, Month month, IReadOnlyList<ListedEpisode> episodes, Month? older, Month? newer) => Text($"<h1>{month}</h1>{string.Join(' ', episodes.Select(e => e.Title))}{older}{newer}");
    public byte[] Year(Show show, int year, IReadOnlyList<MonthRow> months) => Text($"<h1>{year}</h1>{months.Count}");
    public byte[] Topic(Show show, string slug, NamedList list, int? year, int? older) => Text($"<h1>{list.Name}</h1>{string.Join(' ', list.Episodes.Select(e => e.Title))}{older}");
    public byte[] Guest(Show show, string slug, NamedList list, int? year, int? older) => Topic(show, slug, list, year, older);
    public byte[] Redirect(string address, string title) => Text($"{address} {title}");
    public byte[] NotFound() => Text("404");
    public byte[] Root(IReadOnlyList<Show> shows) => Text(string.Join(' ', shows.Select(s => s.Title)));
    public byte[] Robots() => Text(urls.Of(SitePaths.SitemapIndex));
    public byte[] Sitemap(IReadOnlyList<(string Address, DateTimeOffset? Modified)> addresses) => Text(string.Join(' ', addresses.Select(a => a.Address)));
    public byte[] SitemapIndex(IReadOnlyList<string> maps) => Text(string.Join(' ', maps));
    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(WebUtility.HtmlDecode(text));
}

/// <summary>Placeholder.</summary>
public sealed record SiteAsset(string Path, ReadOnlyMemory<byte> Bytes, string Type);

/// <summary>Placeholder.</summary>
public static class SiteAssets
{
    public static IReadOnlyList<SiteAsset> All { get; } = [];
}

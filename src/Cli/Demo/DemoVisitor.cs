using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;

namespace Soundoff.Cli.Demo;

/// <summary>Looks at the demo's site as a listener does, over HTTP, and says what is still missing.</summary>
/// <param name="site">The site's address.</param>
internal sealed class DemoVisitor(Uri site) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = site };

    /// <summary>The first thing that is not yet as it must be; null when all is.</summary>
    public async Task<string?> MissingAsync(CancellationToken cancellation)
    {
        foreach (var episode in DemoEpisode.All)
            if (await MissingAsync(episode, cancellation) is { } missing) return missing;
        return null;
    }

    public void Dispose() => _http.Dispose();

    private async Task<string?> MissingAsync(DemoEpisode episode, CancellationToken cancellation)
    {
        using var page = await _http.GetAsync(episode.Page, cancellation);
        if (episode.Scheduled) return page.StatusCode == HttpStatusCode.NotFound ? null : $"{episode.Page} is public before its date";
        if (page.StatusCode != HttpStatusCode.OK) return $"the page {episode.Page}";
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(cancellation));
        if (!html.Contains(episode.Title, StringComparison.Ordinal)) return $"the title \"{episode.Title}\" on {episode.Page}";

        using var home = await _http.GetAsync(episode.Show + "/", cancellation);
        if (!home.IsSuccessStatusCode || !WebUtility.HtmlDecode(await home.Content.ReadAsStringAsync(cancellation)).Contains(episode.Title, StringComparison.Ordinal))
            return $"\"{episode.Title}\" on the home page of {episode.Show}";
        return await MissingInFeedAsync(episode, cancellation);
    }

    private async Task<string?> MissingInFeedAsync(DemoEpisode episode, CancellationToken cancellation)
    {
        using var feed = await _http.GetAsync($"{episode.Show}/feed.xml", cancellation);
        if (!feed.IsSuccessStatusCode) return $"the feed of {episode.Show}";
        var items = XDocument.Parse(await feed.Content.ReadAsStringAsync(cancellation)).Descendants("item");
        var item = items.FirstOrDefault(item => item.Element("link")?.Value == new Uri(site, episode.Page).AbsoluteUri);
        if (item is null) return $"{episode.Page} in the feed of {episode.Show}";
        if (item.Element("enclosure")?.Attribute("url")?.Value is not { } audio) return null;

        // As a player begins: with a part of the recording.
        using var request = new HttpRequestMessage(HttpMethod.Get, audio) { Headers = { Range = new RangeHeaderValue(0, 1023) } };
        using var part = await _http.SendAsync(request, cancellation);
        return part.StatusCode == HttpStatusCode.PartialContent ? null : $"the recording {audio}";
    }
}

using System.Text.Json;
using Soundoff.Episodes;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Texts;

namespace Soundoff.Feeds;

/// <summary>JSON Feed 1.1: <c>feed.json</c>, the newest episodes, text-only ones too.</summary>
public static class JsonFeed
{
    /// <summary>The media type it is served as.</summary>
    public const string Type = "application/feed+json; charset=utf-8";

    private const int BufferLimit = 16 * 1024;

    /// <summary>Writes the document in UTF-8, items as they come.</summary>
    public static async Task WriteAsync(Stream output, Show show, SiteUrls urls, IAsyncEnumerable<ReadOnlyMemory<byte>> items, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, JsonFeedItem.Options);
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", SafeText.Line(show.Title));
        json.WriteString("home_page_url", urls.Home(show.Name));
        json.WriteString("feed_url", urls.Of(SitePaths.JsonFeed(show.Name)));
        if (show.Description.Length > 0) json.WriteString("description", SafeText.Bytes(show.Description, RssChannel.DescriptionLimit));
        if (show.Cover is { } cover) json.WriteString("icon", urls.Of(cover.Path));
        json.WriteString("language", show.Language);
        JsonFeedItem.Authors(json, [new Person { Name = show.Author ?? show.Title }]);
        if (show.Complete) json.WriteBoolean("expired", true);
        json.WriteStartArray("items");
        await foreach (var item in items.WithCancellation(cancellation))
        {
            json.WriteRawValue(item.Span, skipInputValidation: true);
            if (json.BytesPending > BufferLimit) await json.FlushAsync(cancellation);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }
}

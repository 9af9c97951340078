using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Soundoff.Episodes;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Texts;

namespace Soundoff.Feeds;

/// <summary>An item of the JSON feed, in the order of its output.</summary>
internal static class JsonFeedItem
{
    /// <summary>Text stays readable UTF-8: the feed is served as JSON, never inside HTML.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = false };

    public static ReadOnlyMemory<byte> Render(Episode episode, Show show, SiteUrls urls, FeedBody body)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, Options);
        Write(json, episode, show, urls, body);
        json.Flush();
        return bytes.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, Episode episode, Show show, SiteUrls urls, FeedBody body)
    {
        var text = body.Text();
        json.WriteStartObject();
        json.WriteString("id", SafeText.Clean(episode.Guid).Trim());
        json.WriteString("url", urls.Episode(show.Name, episode.Slug));
        json.WriteString("title", SafeText.Line(episode.Title));
        json.WriteString("content_html", body.Html);
        json.WriteString("content_text", text);
        json.WriteString("summary", SafeText.Line(episode.Standfirst ?? text, 300));
        if (episode.Artwork is { } artwork) json.WriteString("image", urls.Of(artwork.Path));
        json.WriteString("date_published", FeedDate.Rfc3339(episode.Date));
        Authors(json, episode.Hosts);
        if (episode.Topics.Count > 0) Tags(json, episode.Topics);
        json.WriteString("language", episode.Language);
        if (episode.Audio is { } audio) Attachment(json, audio, episode.Duration, urls);
        json.WriteEndObject();
    }

    /// <summary><c>authors</c>, left out when there are none.</summary>
    public static void Authors(Utf8JsonWriter json, IEnumerable<Person> hosts)
    {
        var people = hosts.ToList();
        if (people.Count == 0) return;
        json.WriteStartArray("authors");
        foreach (var person in people)
        {
            json.WriteStartObject();
            json.WriteString("name", SafeText.Line(person.Name, 128));
            if (person.Link is { } link) json.WriteString("url", link.AbsoluteUri);
            if (person.Image is { } image) json.WriteString("avatar", image.AbsoluteUri);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Tags(Utf8JsonWriter json, IReadOnlyList<Topic> topics)
    {
        json.WriteStartArray("tags");
        foreach (var topic in topics) json.WriteStringValue(SafeText.Line(topic.Name));
        json.WriteEndArray();
    }

    private static void Attachment(Utf8JsonWriter json, PublicFile audio, TimeSpan? duration, SiteUrls urls)
    {
        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("url", urls.Of(audio.Path));
        json.WriteString("mime_type", audio.Type);
        json.WriteNumber("size_in_bytes", audio.Length);
        if (duration is { } d && d > TimeSpan.Zero) json.WriteNumber("duration_in_seconds", (long)Math.Max(1, Math.Round(d.TotalSeconds, MidpointRounding.AwayFromZero)));
        json.WriteEndObject();
        json.WriteEndArray();
    }
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Pages.Views;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Texts;

namespace Soundoff.Pages;

/// <summary>What a page is about, for machines: schema.org in JSON-LD, safe inside a script element.</summary>
internal static class LinkedData
{
    // Escapes the angle brackets and the ampersand, so that no text can end the script element or begin a comment in it.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A <c>PodcastSeries</c>.</summary>
    public static SafeHtml Of(Show show, SiteUrls urls) => Write(json =>
    {
        Series(json, show, urls);
        Text(json, "description", EpisodeSummary.Short(SealedContact.Hide(show.Description, show.Contact)));
        json.WriteString("inLanguage", show.Language);
        Text(json, "image", show.Cover is { } cover ? urls.Of(cover.Path) : null);
        json.WriteString("webFeed", urls.Feed(show.Name));
        People(json, "author", show.Hosts);
        Text(json, "license", Licenses.Of(show.License)?.Address);
        Texts(json, "sameAs", show.Links.Select(l => l.Address.AbsoluteUri));
    });

    /// <summary>A <c>PodcastEpisode</c> with its recording; an <c>Article</c> where there is none.</summary>
    public static SafeHtml Of(Episode episode, Show show, SiteUrls urls) => Write(json =>
    {
        json.WriteString("@type", episode.Audio is null ? "Article" : "PodcastEpisode");
        json.WriteString("url", urls.Episode(show.Name, episode.Slug));
        json.WriteString(episode.Audio is null ? "headline" : "name", SafeText.Line(episode.Title));
        Text(json, "description", EpisodeSummary.Of(episode) is { } summary ? SealedContact.Hide(summary, show.Contact) : null);
        json.WriteString("datePublished", FeedDate.Rfc3339(episode.Date));
        json.WriteString("inLanguage", episode.Language);
        Text(json, "image", (episode.Artwork ?? show.Cover) is { } image ? urls.Of(image.Path) : null);
        People(json, "author", episode.Hosts);
        People(json, "contributor", episode.People.Where(p => p.Role != "host"));
        Texts(json, "keywords", episode.Topics.Select(t => t.Name));
        Text(json, "license", Licenses.Of(episode.License)?.Address);
        Text(json, "isBasedOn", episode.Source?.Link?.AbsoluteUri);
        json.WriteStartObject(episode.Audio is null ? "isPartOf" : "partOfSeries");
        Series(json, show, urls);
        json.WriteEndObject();
        if (episode.Audio is { } audio) Recording(json, episode, audio, urls);
    });

    private static void Recording(Utf8JsonWriter json, Episode episode, PublicFile audio, SiteUrls urls)
    {
        if (episode.Number is { } number) json.WriteNumber("episodeNumber", number);
        if (episode.Season is { } season)
        {
            json.WriteStartObject("partOfSeason");
            json.WriteString("@type", "PodcastSeason");
            json.WriteNumber("seasonNumber", season);
            Text(json, "name", episode.SeasonName);
            json.WriteEndObject();
        }

        json.WriteStartObject("associatedMedia");
        json.WriteString("@type", "AudioObject");
        json.WriteString("contentUrl", urls.Of(audio.Path));
        json.WriteString("encodingFormat", audio.Type);
        if (episode.Duration is { } duration && duration > TimeSpan.Zero) json.WriteString("duration", System.Xml.XmlConvert.ToString(TimeSpan.FromSeconds(Math.Round(duration.TotalSeconds))));
        json.WriteEndObject();
    }

    private static void Series(Utf8JsonWriter json, Show show, SiteUrls urls)
    {
        json.WriteString("@type", "PodcastSeries");
        json.WriteString("name", SafeText.Line(show.Title));
        json.WriteString("url", urls.Home(show.Name));
    }

    private static void People(Utf8JsonWriter json, string property, IEnumerable<Person> people)
    {
        var all = people.ToList();
        if (all.Count == 0) return;
        json.WriteStartArray(property);
        foreach (var person in all)
        {
            json.WriteStartObject();
            json.WriteString("@type", "Person");
            json.WriteString("name", SafeText.Clean(person.Name));
            Text(json, "url", person.Link?.AbsoluteUri);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string property, IEnumerable<string> values)
    {
        var all = values.ToList();
        if (all.Count == 0) return;
        json.WriteStartArray(property);
        foreach (var value in all) json.WriteStringValue(SafeText.Clean(value));
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string property, string? value)
    {
        if (value is not null) json.WriteString(property, SafeText.Clean(value));
    }

    private static SafeHtml Write(Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            write(json);
            json.WriteEndObject();
        }

        return new(Encoding.UTF8.GetString(output.WrittenSpan));
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Soundoff.Episodes;
using Soundoff.Pages.Views;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Texts;

namespace Soundoff.Pages;

/// <summary>An episode's player in frames of other sites: how they are told of it.</summary>
internal sealed class EpisodeEmbed(Show show, Episode episode, SiteUrls urls)
{
    // Cover, title and controls; as wide as the other site has room for, this much where it asks.
    private const int Width = 640;
    private const int Height = 232;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The page in the frame, and the frame's size; null for an episode without a recording.</summary>
    public FrameView? Frame => episode.Audio is null ? null : new(urls.Of(SitePaths.Embed(show.Name, episode.Slug)), Width, Height);

    /// <summary>HTML that makes the frame; null for an episode without a recording.</summary>
    public string? Html => Frame is not { } frame ? null
        : $"""<iframe src="{Encoder.Encode(frame.Address)}" title="{Encoder.Encode(SafeText.Line(episode.Title))}" width="100%" height="{frame.Height}" style="border:0" loading="lazy" allow="autoplay; clipboard-write"></iframe>""";

    /// <summary>What oEmbed 1.0 says of the episode (a document of type <c>rich</c>); null for one without a recording.</summary>
    public byte[]? Oembed()
    {
        if (Frame is not { } frame) return null;
        var output = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.0");
            json.WriteString("type", "rich");
            json.WriteString("title", SafeText.Line(episode.Title));
            json.WriteString("author_name", SafeText.Line(show.Author ?? show.Title));
            json.WriteString("author_url", urls.Home(show.Name));
            json.WriteString("provider_name", SafeText.Line(show.Title));
            json.WriteString("provider_url", urls.Home(show.Name));
            if ((episode.Artwork ?? show.Cover) is { Width: { } width, Height: { } height } image)
            {
                json.WriteString("thumbnail_url", urls.Of(image.Path));
                json.WriteNumber("thumbnail_width", width);
                json.WriteNumber("thumbnail_height", height);
            }

            json.WriteString("html", Html);
            json.WriteNumber("width", frame.Width);
            json.WriteNumber("height", frame.Height);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }
}

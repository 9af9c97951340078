using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Soundoff.Episodes;
using Soundoff.Notes;
using Soundoff.Shows;
using Soundoff.Texts;
using Soundoff.Transcripts;

namespace Soundoff.Search;

/// <summary>A line of what is searched.</summary>
/// <param name="Text">Plain text on one line.</param>
/// <param name="Start">When it is heard; null for what is only written.</param>
/// <param name="Speaker">Who says it.</param>
public sealed record TextLine(string Text, TimeSpan? Start = null, string? Speaker = null);

/// <summary>All words of an episode, as search shows them: its title, what it is about, its notes, chapters and transcripts.</summary>
public sealed class EpisodeText
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] json;

    private EpisodeText(Episode episode, IReadOnlyList<TextLine> subjects, IReadOnlyList<TextLine> lines)
    {
        Id = IdOf(episode.Slug);
        (Title, Subjects, Lines) = (episode.Title, subjects, lines);
        json = JsonSerializer.SerializeToUtf8Bytes(new
        {
            slug = episode.Slug,
            title = Title,
            date = episode.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            lines = subjects.Concat(lines).Select(Written),
        }, Json);
        Tag = ContentTag.Of(json);
    }

    /// <summary>What the index and the text's file call the episode: twelve hexadecimal digits, made from its slug.</summary>
    public string Id { get; }

    /// <summary>Tells the text: another one has another tag.</summary>
    public string Tag { get; }

    /// <summary>The episode's title.</summary>
    public string Title { get; }

    /// <summary>Who and what it is about. Words of these, and of the title, weigh more.</summary>
    public IReadOnlyList<TextLine> Subjects { get; }

    /// <summary>Everything else.</summary>
    public IReadOnlyList<TextLine> Lines { get; }

    public static string IdOf(string slug) => ContentTag.Of(slug);

    /// <param name="episode">The episode.</param>
    /// <param name="show">Its show, whose contact address is not to be read there.</param>
    public static EpisodeText Of(Episode episode, Show show)
    {
        var body = HtmlFragment.Parse(episode.BodyHtml);
        MarkedBody.Fill(body, show, episode.Language, static (_, _) => { });
        var notes = new[] { episode.Standfirst ?? "" }.Concat(PlainText.From(body).Split('\n')).Select(text => new TextLine(text));
        var chapters = episode.Chapters.Where(c => c.Listed).Select(c => new TextLine(c.Title, c.Start));
        var spoken = episode.Transcripts.SelectMany(TranscriptText.Passages).Select(p => new TextLine(p.Text, p.Start, p.Speaker));
        var people = episode.People.Select(p => new TextLine(p.Description is null ? p.Name : $"{p.Name}, {p.Description}"));
        var topics = episode.Topics.Select(t => new TextLine(t.Name));
        return new(episode, Clean(people.Concat(topics)), Clean(notes.Concat(chapters).Concat(spoken)));

        IReadOnlyList<TextLine> Clean(IEnumerable<TextLine> lines) =>
            [.. lines.Select(line => line with { Text = (show.Contact?.Hide(line.Text) ?? line.Text).Trim() }).Where(line => line.Text.Length > 0)];
    }

    /// <summary>The terms it is found by, each once, in the order of an index.</summary>
    public IndexedEpisode Index()
    {
        var terms = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var term in Lines.SelectMany(line => SearchTerms.In(line.Text))) terms[term] = false;
        foreach (var term in Subjects.Select(s => s.Text).Prepend(Title).SelectMany(SearchTerms.In)) terms[term] = true;
        return new(Id, Tag, [.. terms.Select(t => new IndexedTerm(t.Key, t.Value))]);
    }

    /// <summary>The text as search fetches it for a hit: JSON, packed by gzip.</summary>
    public byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize)) zip.Write(json);
        return packed.ToArray();
    }

    // The text alone, or with its second, or with that and the speaker.
    private static object Written(TextLine line) => (line.Start, line.Speaker) switch
    {
        ({ } start, { } speaker) => new object[] { line.Text, (int)start.TotalSeconds, speaker },
        ({ } start, null) => new object[] { line.Text, (int)start.TotalSeconds },
        _ => line.Text,
    };
}

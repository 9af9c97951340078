using System.Globalization;
using System.Net;
using System.Text;

namespace Soundoff.Transcripts;

/// <summary>A transcript in one of the formats that apps ask for.</summary>
/// <param name="Extension">The ending that tells it, with its dot.</param>
/// <param name="Bytes">UTF-8 without a byte order mark.</param>
public sealed record WrittenTranscript(string Extension, byte[] Bytes)
{
    /// <summary>
    /// All formats that can say what the transcript says, with its speakers: WebVTT, SubRip and JSON where it has times, HTML and plain text always. The same
    /// transcript gives the same bytes.
    /// </summary>
    /// <param name="transcript">What is said.</param>
    /// <param name="title">The episode's title, which HTML must name.</param>
    /// <param name="language">BCP 47.</param>
    public static IEnumerable<WrittenTranscript> InAllFormats(Transcript transcript, string title, string language)
    {
        if (Vtt.CanWrite(transcript))
        {
            yield return new(".vtt", Vtt.Write(transcript));
            yield return new(".srt", Srt.Write(transcript));
            yield return new(".json", Segments.Write(transcript));
        }

        var passages = TranscriptText.Passages(transcript);
        yield return new(".html", Html(passages, title, language));
        yield return new(".txt", Text(passages));
    }

    // The namespace's HTML: who speaks in cite, from when in time, what is said in p. Nothing in it runs, and search engines are to find the episode's page.
    private static byte[] Html(IReadOnlyList<Passage> passages, string title, string language)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{Escaped(language)}\" dir=\"auto\">\n<meta charset=\"utf-8\">\n<meta name=\"robots\" content=\"noindex\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n<title>{Escaped(title)}</title>\n");
        string? speaker = null;
        foreach (var passage in passages)
        {
            if (passage.Speaker is { } name && name != speaker) html.Append(CultureInfo.InvariantCulture, $"<cite>{Escaped(name)}:</cite>\n");
            if (passage.Start is { } start) html.Append(CultureInfo.InvariantCulture, $"<time>{Clock(start)}</time>\n");
            html.Append(CultureInfo.InvariantCulture, $"<p>{Escaped(passage.Text)}</p>\n");
            speaker = passage.Speaker;
        }

        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static byte[] Text(IReadOnlyList<Passage> passages) => Encoding.UTF8.GetBytes(
        string.Join('\n', passages.Select(p => $"{(p.Speaker is { } speaker ? speaker + ": " : "")}{p.Text}\n")));

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);

    // 0:00, 12:34, 1:02:03.
    private static string Clock(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(time.TotalHours >= 1 ? $"{(long)time.TotalHours}:{time.Minutes:00}" : $"{time.Minutes}")}:{time.Seconds:00}");
}

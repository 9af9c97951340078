using System.Globalization;
using System.Text;

namespace Soundoff.Transcripts;

/// <summary>Writes WebVTT, which apps and the page's player read as captions.</summary>
public static class Vtt
{
    /// <summary>Whether a transcript has times, without which there are no captions.</summary>
    public static bool CanWrite(Transcript transcript) => transcript.Cues.Any(c => c.Start is not null);

    /// <summary>
    /// UTF-8 without a byte order mark; the same transcript always gives the same bytes. Cues without a start are left out. A cue without an end lasts until
    /// the next one starts, the last one as long as its words take.
    /// </summary>
    public static byte[] Write(Transcript transcript)
    {
        var text = new StringBuilder("WEBVTT\n");
        foreach (var (cue, start, end) in Timed(transcript))
        {
            text.Append('\n').Append(Clock(start, '.')).Append(" --> ").Append(Clock(end, '.')).Append('\n');
            if (cue.Speaker is { } speaker) text.Append("<v ").Append(Escaped(speaker).Replace('\n', ' ')).Append('>');
            text.Append(Escaped(cue.Text)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The cues that have a start, each with an end after it.</summary>
    internal static IEnumerable<(Cue Cue, TimeSpan Start, TimeSpan End)> Timed(Transcript transcript)
    {
        var timed = transcript.Cues.Where(c => c.Start is not null).ToList();
        for (var i = 0; i < timed.Count; i++)
        {
            var start = timed[i].Start!.Value;
            var next = i + 1 < timed.Count ? timed[i + 1].Start!.Value : TimeSpan.Zero;
            var end = timed[i].End ?? (next > start ? next : start + Spoken(timed[i].Text));
            // WebVTT section 4.1: the end must be later than the start.
            yield return (timed[i], start, end > start ? end : start + TimeSpan.FromMilliseconds(1));
        }
    }

    // An empty line would end the cue; a ">" that is escaped cannot make an arrow.
    private static string Escaped(string text) => string
        .Join('\n', text.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    // About 15 characters a second, at least two seconds to see it.
    private static TimeSpan Spoken(string text) => TimeSpan.FromMilliseconds(Math.Max(2000, text.Length * 65L));

    /// <summary>Hours, minutes, seconds and milliseconds, with the sign before the last that a format wants.</summary>
    internal static string Clock(TimeSpan time, char point) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}{point}{time.Milliseconds:000}");
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Soundoff.Transcripts;

/// <summary>Writes the JSON transcript of the Podcasting 2.0 namespace.</summary>
public static class Segments
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Version 1.0.0 in UTF-8; cues without a start are left out, as <see cref="Vtt"/> does.</summary>
    public static byte[] Write(Transcript transcript)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.0.0");
            json.WriteStartArray("segments");
            foreach (var (cue, start, end) in Vtt.Timed(transcript))
            {
                json.WriteStartObject();
                if (cue.Speaker is { } speaker) json.WriteString("speaker", speaker);
                json.WriteNumber("startTime", Seconds(start));
                json.WriteNumber("endTime", Seconds(end));
                json.WriteString("body", cue.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static decimal Seconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMillisecond / 1000m;
}

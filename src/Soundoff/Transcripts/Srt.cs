using System.Globalization;
using System.Text;

namespace Soundoff.Transcripts;

/// <summary>Writes SubRip. It knows no speakers, so a cue begins with its own: <c>Anna: Good evening.</c></summary>
public static class Srt
{
    /// <summary>UTF-8 without a byte order mark; cues without a start are left out, as <see cref="Vtt"/> does.</summary>
    public static byte[] Write(Transcript transcript)
    {
        var text = new StringBuilder();
        var number = 0;
        foreach (var (cue, start, end) in Vtt.Timed(transcript))
        {
            // An empty line would end the subtitle.
            var lines = cue.Text.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            text.Append(CultureInfo.InvariantCulture, $"{++number}\n{Vtt.Clock(start, ',')} --> {Vtt.Clock(end, ',')}\n");
            text.Append(cue.Speaker is { } speaker ? $"{speaker}: " : "").AppendJoin('\n', lines).Append("\n\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

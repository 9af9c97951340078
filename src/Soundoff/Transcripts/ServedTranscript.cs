using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Transcripts;

/// <summary>A transcript as apps are given it: what was understood of it, in UTF-8 without a byte order mark and valid in its format, whatever came in.</summary>
public static partial class ServedTranscript
{
    /// <summary>The bytes to serve; null when the uploaded ones are valid as they are.</summary>
    /// <param name="extension">The file's ending with its dot, lower case.</param>
    /// <param name="bytes">As uploaded.</param>
    /// <param name="text">As decoded.</param>
    /// <param name="transcript">As understood.</param>
    /// <param name="clean">Whether nothing had to be said of it.</param>
    public static byte[]? Of(string extension, ReadOnlySpan<byte> bytes, string text, Transcript transcript, bool clean)
    {
        var plain = bytes.SequenceEqual(Encoding.UTF8.GetBytes(text));
        // What has no times is text in JSON, and stays what it is.
        return (Vtt.CanWrite(transcript) ? extension : "") switch
        {
            ".vtt" => plain && clean && HasOnly(text, VttTiming()) ? null : Vtt.Write(transcript),
            ".srt" => plain && clean && HasOnly(text, SrtTiming()) ? null : Srt.Write(transcript),
            ".json" => plain && clean && IsNamespace(text) ? null : Segments.Write(transcript),
            _ => plain ? null : Encoding.UTF8.GetBytes(text),
        };
    }

    private static bool HasOnly(string text, Regex timing) => CueLines.Of(text).Where(CueLines.IsTiming).All(timing.IsMatch);

    // Whisper's JSON has other names.
    private static bool IsNamespace(string text)
    {
        using var json = Chapters.LooseJson.Parse(text, out _);
        return json is { Root: { ValueKind: JsonValueKind.Object } root }
            && root.TryGetProperty("version", out _)
            && root.TryGetProperty("segments", out var segments)
            && segments.EnumerateArray().All(segment => IsNumber(segment, "startTime") && IsNumber(segment, "endTime") && segment.TryGetProperty("body", out _));
    }

    private static bool IsNumber(JsonElement segment, string name) =>
        segment.ValueKind == JsonValueKind.Object && segment.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number;

    // WebVTT section 4.1: hours of two digits or more, or none; three digits of a fraction after a point.
    [GeneratedRegex(@"^(?:[0-9]{2,}:)?[0-5][0-9]:[0-5][0-9]\.[0-9]{3}[ \t]+-->[ \t]+(?:[0-9]{2,}:)?[0-5][0-9]:[0-5][0-9]\.[0-9]{3}(?:[ \t]+\S.*)?[ \t]*$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex VttTiming();

    [GeneratedRegex(@"^[0-9]{2}:[0-5][0-9]:[0-5][0-9],[0-9]{3} --> [0-9]{2}:[0-5][0-9]:[0-5][0-9],[0-9]{3}(?:[ \t]+\S.*)?[ \t]*$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex SrtTiming();
}

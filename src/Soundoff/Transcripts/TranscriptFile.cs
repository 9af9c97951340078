using Soundoff.Problems;

namespace Soundoff.Transcripts;

/// <summary>Transcripts as publishers upload them.</summary>
public static class TranscriptFile
{
    /// <summary>
    /// Reads a transcript by its file's suffix: <c>.vtt</c>, <c>.srt</c>, <c>.json</c>, and <c>.txt</c> for plain text. What cannot be read is a warning with its
    /// line; a file of which nothing can be read is an error.
    /// </summary>
    /// <param name="file">The file as the publisher named it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="language">BCP 47 language from the file's name; null for the episode's own.</param>
    public static Reading<Transcript> Read(string file, string text, string? language) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".vtt" => VttFile.Read(file, text, language),
        ".srt" => SrtFile.Read(file, text, language),
        ".json" => JsonTranscript.Read(file, text, language),
        ".txt" => PlainTranscript.Read(file, text, language),
        _ => Problem.Error(file, "The file's ending names no kind of transcript.", "End its name in .vtt, .srt, .json or .transcript.txt."),
    };
}

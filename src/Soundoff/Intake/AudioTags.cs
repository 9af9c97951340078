using System.Globalization;
using Soundoff.Audio;
using Soundoff.Episodes;
using Soundoff.Notes;

namespace Soundoff.Intake;

/// <summary>What an audio file's tags tell of its episode.</summary>
internal static class AudioTags
{
    public static EpisodeFacts Facts(AudioFacts? audio) => audio is null ? new() : new()
    {
        Title = audio.Title,
        Date = Date(audio.Date),
        Chapters = audio.Chapters,
        Audio = audio,
    };

    /// <summary>The comment as show notes: weaker than any text that was written for the page.</summary>
    public static EpisodeFacts Notes(AudioFacts? audio) =>
        audio?.Comment is { Length: > 0 } comment ? new() { BodyHtml = NotesText.Paragraphs(comment) } : new();

    // Encoders write a day, or a day and a time; a year alone says when it was recorded, not when it is published.
    private static WrittenDate? Date(string? written) =>
        DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date)
            ? new(DateTime.SpecifyKind(date, DateTimeKind.Unspecified), written.Contains('Z') || written.Contains('+') ? TimeSpan.Zero : null)
            : null;
}

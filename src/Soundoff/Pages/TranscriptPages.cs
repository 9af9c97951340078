using System.Globalization;
using Soundoff.Chapters;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Pages.Views;
using Soundoff.Texts;
using Soundoff.Transcripts;

namespace Soundoff.Pages;

/// <summary>Transcripts to read: one per language, with times where any of its files has them.</summary>
internal static class TranscriptPages
{
    /// <param name="episode">Whose.</param>
    /// <param name="culture">Of the page.</param>
    /// <param name="at">The address that plays from a time; null without a recording.</param>
    public static List<TranscriptView> Of(Episode episode, PageCulture culture, Func<TimeSpan, string?> at) =>
    [
        .. episode.Transcripts.Where(t => t.Cues.Count > 0)
            .GroupBy(t => t.Language ?? episode.Language, StringComparer.OrdinalIgnoreCase)
            .OrderBy(group => !group.Key.Equals(episode.Language, StringComparison.OrdinalIgnoreCase))
            .Select(group => View(group.Key, group.OrderByDescending(Richness).First(), episode, culture, at)),
    ];

    // Speakers and times are what a reader misses first.
    private static int Richness(Transcript transcript) =>
        (transcript.Cues.Any(c => c.Speaker is not null) ? 2 : 0) + (transcript.Cues[0].Start is not null ? 1 : 0);

    private static TranscriptView View(string language, Transcript transcript, Episode episode, PageCulture culture, Func<TimeSpan, string?> at)
    {
        var isOther = !language.Equals(episode.Language, StringComparison.OrdinalIgnoreCase);
        var foreign = culture.Foreign(language);
        var words = culture.Words.Site;
        var passages = new List<PassageView>();
        string? speaker = null;
        foreach (var passage in TranscriptText.Passages(transcript))
        {
            passages.Add(new(
                passage.Start is { } start ? ChapterTime.Format(start) : null,
                passage.Start is { } from ? at(from) : null,
                passage.Speaker == speaker ? null : passage.Speaker,
                passage.Text,
                Lines(passage)));
            speaker = passage.Speaker;
        }

        return new(
            isOther ? words.Transcript + words.Colon + PageCulture.NameOf(language) : words.Transcript,
            PageCulture.NameOf(language),
            foreign,
            foreign is null ? null : PageCulture.DirectionOf(foreign),
            passages);
    }

    // A page leaves out signs that HTML forbids: behind one, places would be those of other words.
    private static string? Lines(Passage passage) => passage.Lines.Count == 0 || SafeText.Clean(passage.Text).Length != passage.Text.Length ? null
        : string.Join(' ', passage.Lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{FeedDate.Seconds(line.Start)},{line.At}")));
}

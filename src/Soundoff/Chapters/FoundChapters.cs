using Soundoff.Problems;

namespace Soundoff.Chapters;

/// <summary>Chapters as they are found in a file, and what holds for them whatever the file's format.</summary>
/// <param name="problems">Where warnings go.</param>
/// <param name="end">Where the audio ends, where that is known.</param>
internal sealed class FoundChapters(FileProblems problems, AudioEnd? end)
{
    // Encoders pad the end of a file; a last chapter may start in that rounding.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    private readonly List<Chapter> chapters = [];
    private int? unsortedLine;
    private bool unsorted;

    public bool Any => chapters.Count > 0;

    public void Add(Chapter chapter, int? line, string? field = null)
    {
        if (end is { } last && chapter.Start > last.At + Slack)
        {
            problems.Warn(
                $"The chapter \"{chapter.Title}\" starts at {ChapterTime.Format(chapter.Start)}, "
                    + (last.IsSure
                        ? $"after the audio's end at {ChapterTime.Format(last.At)}, and is left out."
                        : $"though the audio seems to end at {ChapterTime.Format(last.At)}; it is kept, since that end is only estimated."),
                "Correct its time, or check that these are this episode's chapters.", line, field);
            if (last.IsSure) return;
        }

        // A chapter that only changes the picture, or only has a link, is meant to have no title.
        if (chapter.Title.Length == 0 && chapter is { Image: null, Link: null })
            problems.Warn($"The chapter at {ChapterTime.Format(chapter.Start)} has no title that can be read, so no list shows it.", "Give it a title.", line, field);
        else if (chapter.Title.Contains('\uFFFD'))
            problems.Warn($"The title of the chapter at {ChapterTime.Format(chapter.Start)} holds signs that cannot be read: \"{chapter.Title}\".", "Write the title again and save it as UTF-8.", line, field);

        if (chapter.End <= chapter.Start)
        {
            problems.Warn(
                $"The chapter \"{chapter.Title}\" ends before it starts; its end is ignored.", "Correct its end, or leave it out.", line, field);
            chapter = chapter with { End = null };
        }

        if (!unsorted && chapters.Count > 0 && chapter.Start < chapters[^1].Start) (unsorted, unsortedLine) = (true, line);
        chapters.Add(chapter);
    }

    public Reading<ChapterList> Finish()
    {
        if (unsorted)
            problems.Warn("The chapters are not in the order of their times; they were sorted.", "Check the time of this chapter.", unsortedLine);
        // OrderBy is stable: chapters with one start keep the order of the file.
        return new(new([.. chapters.OrderBy(c => c.Start)]), problems.All());
    }
}

using Soundoff.Problems;

namespace Soundoff.Chapters;

/// <summary>Chapters as they are found in a file, and what holds for them whatever the file's format.</summary>
/// <param name="problems">Where warnings go.</param>
/// <param name="duration">The audio's length, when it is known exactly.</param>
internal sealed class FoundChapters(FileProblems problems, TimeSpan? duration)
{
    // Encoders pad the end of a file; a last chapter may start in that rounding.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    private readonly List<Chapter> chapters = [];
    private int? unsortedLine;
    private bool unsorted;

    public bool Any => chapters.Count > 0;

    public void Add(Chapter chapter, int? line, string? field = null)
    {
        if (duration is { } end && chapter.Start > end + Slack)
        {
            problems.Warn(
                $"The chapter \"{chapter.Title}\" starts at {ChapterTime.Format(chapter.Start)}, "
                    + $"after the audio's end at {ChapterTime.Format(end)}, and is left out.",
                "Correct its time, or check that these are this episode's chapters.", line, field);
            return;
        }

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

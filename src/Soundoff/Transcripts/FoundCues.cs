using Soundoff.Chapters;
using Soundoff.Problems;

namespace Soundoff.Transcripts;

/// <summary>Cues as they are found in a file, and what holds for them whatever the file's format.</summary>
/// <param name="problems">Where warnings go.</param>
internal sealed class FoundCues(FileProblems problems)
{
    private readonly List<Cue> cues = [];
    private readonly Slip reversed = new();
    private readonly Slip unsorted = new();
    private readonly Slip overlapping = new();
    private TimeSpan latestStart;
    private TimeSpan latestEnd;

    public IReadOnlyList<Cue> Cues => cues;

    /// <summary>Adds what is said between two times: several cues where several voices share them.</summary>
    public void Add(int? line, params ReadOnlySpan<Cue> together)
    {
        foreach (var cue in together)
        {
            if (cue.End >= cue.Start || cue.End is null) cues.Add(cue);
            else cues.Add(cue with { End = null });
        }

        if (together.IsEmpty || together[0].Start is not { } start) return;
        var end = together[0].End ?? start;
        if (end < start) reversed.Note(line);
        if (start < latestStart) unsorted.Note(line);
        else if (start < latestEnd) overlapping.Note(line);
        latestStart = start > latestStart ? start : latestStart;
        latestEnd = end > latestEnd ? end : latestEnd;
    }

    /// <summary>The transcript in the order of its times, or the error that nothing could be read.</summary>
    public Reading<Transcript> Finish(string type, string? language, IReadOnlyList<Cue>? named = null)
    {
        var read = named ?? cues;
        if (read.Count == 0)
        {
            return problems.Fail<Transcript>(
                "Nothing in the file could be read as a transcript.", "Check that the file holds what its name's ending says, with at least one spoken line.");
        }

        reversed.Report(problems, "ends before it starts", "Correct its end; it is ignored for now.");
        unsorted.Report(problems, "starts earlier than one before it", "Check its time; the transcript was sorted.");
        overlapping.Report(problems, "starts before the one before it has ended", "Check the times, unless two people speak at once.");
        return new(new() { Type = type, Language = language, Cues = unsorted.Any ? Sorted(read) : [.. read] }, problems.All());
    }

    // Stable; a cue without a time stays behind the one it follows.
    private static List<Cue> Sorted(IReadOnlyList<Cue> cues)
    {
        var last = TimeSpan.Zero;
        return [.. cues.Select(cue => (cue, at: last = cue.Start ?? last)).ToList().OrderBy(c => c.at).Select(c => c.cue)];
    }

    /// <summary>One kind of slip, reported once with the first place and the count.</summary>
    private sealed class Slip
    {
        private int count;
        private int? first;

        public bool Any => count > 0;

        public void Note(int? line)
        {
            if (count++ == 0) first = line;
        }

        public void Report(FileProblems problems, string what, string mend)
        {
            if (count == 0) return;
            var more = count switch { 1 => ".", 2 => ", and so does one more.", _ => $", and so do {count - 1} more." };
            problems.Warn($"A cue {what}{more}", mend, first);
        }
    }
}

using Soundoff.Episodes;
using Soundoff.Problems;

namespace Soundoff.Notes;

/// <summary>Front matter over what the text below it says.</summary>
internal static class WholeNotes
{
    /// <summary>The merged facts; an error when the file holds nothing at all, or is nested too deeply (<paramref name="told"/> is null).</summary>
    public static Reading<EpisodeFacts> Of(string file, string text, EpisodeFacts stated, EpisodeFacts? told, IReadOnlyList<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(text)) return Problem.Error(file, "The file is empty.", "Write a title and a text into it, or remove it.");
        return told is null
            ? new(stated, [.. problems, Problem.Error(file, "The text is nested too deeply to be read.", "Write lists, quotations and boxes flatter.")])
            : new(stated.Over(told), problems);
    }
}

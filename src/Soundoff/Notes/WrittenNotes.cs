using Soundoff.Episodes;

namespace Soundoff.Notes;

/// <summary>What a text says of its episode, in two strengths: sidecar files and audio tags come between them.</summary>
/// <param name="Stated">Its front matter alone.</param>
/// <param name="Whole">Its front matter over what the text shows: its heading, its credits, its body.</param>
/// <param name="FieldLines">The lines on which the fields of its front matter stand.</param>
public sealed record WrittenNotes(EpisodeFacts Stated, EpisodeFacts Whole, IReadOnlyDictionary<string, int> FieldLines);

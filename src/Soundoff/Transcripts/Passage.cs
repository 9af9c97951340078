namespace Soundoff.Transcripts;

/// <summary>A paragraph of a transcript as a page shows it: what one speaker says in a row.</summary>
/// <param name="Start">When it begins; null in a transcript without times.</param>
/// <param name="Speaker">Who speaks, where known.</param>
/// <param name="Text">Plain text on one line.</param>
public sealed record Passage(TimeSpan? Start, string? Speaker, string Text)
{
    /// <summary>Its cues, in order; none in a transcript without times.</summary>
    public IReadOnlyList<PassageLine> Lines { get; init; } = [];
}

/// <summary>A cue within a passage.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="At">Where in the passage's text it begins, in UTF-16 units.</param>
public readonly record struct PassageLine(TimeSpan Start, int At);

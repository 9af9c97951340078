namespace Soundoff.Transcripts;

/// <summary>A paragraph of a transcript as a page shows it: what one speaker says in a row.</summary>
/// <param name="Start">When it begins; null in a transcript without times.</param>
/// <param name="Speaker">Who speaks, where known.</param>
/// <param name="Text">Plain text on one line.</param>
public sealed record Passage(TimeSpan? Start, string? Speaker, string Text);

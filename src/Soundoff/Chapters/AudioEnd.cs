namespace Soundoff.Chapters;

/// <summary>Where the audio ends that chapters belong to.</summary>
/// <param name="At">From its beginning.</param>
/// <param name="IsSure">False when it was estimated.</param>
public readonly record struct AudioEnd(TimeSpan At, bool IsSure = true);

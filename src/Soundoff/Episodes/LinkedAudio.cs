namespace Soundoff.Episodes;

/// <summary>A recording that lies elsewhere and stays there. What is null is looked up where it lies.</summary>
/// <param name="Address">http or https.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Type">Media type: <c>audio/mpeg</c> …</param>
/// <param name="Duration">How long it plays.</param>
public sealed record LinkedAudio(Uri Address, long? Length, string? Type, TimeSpan? Duration);

namespace Soundoff.Transcripts;

/// <summary>What is said in an episode.</summary>
public sealed record Transcript
{
    /// <summary>Media type of the file it was read from: <c>text/vtt</c>, <c>application/x-subrip</c>, <c>application/json</c>, <c>text/plain</c>.</summary>
    public required string Type { get; init; }

    /// <summary>BCP 47 language from the file's name (<c>.de.vtt</c>); null for the episode's own.</summary>
    public string? Language { get; init; }

    /// <summary>In order. A plain transcript has one cue per paragraph, without times.</summary>
    public required IReadOnlyList<Cue> Cues { get; init; }
}

/// <summary>Something said by one voice.</summary>
public sealed record Cue
{
    /// <summary>When it begins; null in a plain transcript.</summary>
    public TimeSpan? Start { get; init; }

    /// <summary>When it ends.</summary>
    public TimeSpan? End { get; init; }

    /// <summary>Who speaks, where the file says so.</summary>
    public string? Speaker { get; init; }

    /// <summary>Plain text, markup removed.</summary>
    public required string Text { get; init; }
}

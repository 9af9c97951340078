namespace Soundoff.Chapters;

/// <summary>A named stretch of an episode (JSON chapters 1.2, ID3 CHAP, or a line of <c>.chapters.txt</c>).</summary>
public sealed record Chapter
{
    /// <summary>From the beginning of the audio.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>Where it ends, when the source says so.</summary>
    public TimeSpan? End { get; init; }

    /// <summary>Plain text; may be empty for a chapter that only changes the picture.</summary>
    public required string Title { get; init; }

    /// <summary>A page the chapter is about.</summary>
    public Uri? Link { get; init; }

    /// <summary>A picture for the chapter.</summary>
    public Uri? Image { get; init; }

    /// <summary>False for a chapter that is left out of the table of contents (<c>toc</c>).</summary>
    public bool Listed { get; init; } = true;
}

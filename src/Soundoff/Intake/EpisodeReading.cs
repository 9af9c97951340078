using Soundoff.Artwork;
using Soundoff.Episodes;
using Soundoff.Problems;
using Soundoff.Uploads;

namespace Soundoff.Intake;

/// <summary>An episode as its uploads tell it: the facts merged, what is wrong, and which file is which.</summary>
public sealed record EpisodeReading
{
    /// <summary>All facts, merged; the show's defaults are not among them.</summary>
    public required EpisodeFacts Facts { get; init; }

    /// <summary>In the order of the files.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>The recording; null for a text-only episode.</summary>
    public UploadedFile? Audio { get; init; }

    /// <summary>The artwork file; null when the audio's own picture or the show's cover stands in.</summary>
    public UploadedFile? ArtworkFile { get; init; }

    /// <summary>The artwork by the directories' rule, from its file or from the audio; null when the show's cover stands in.</summary>
    public PreparedImage? Artwork { get; init; }

    /// <summary>The transcripts that could be read.</summary>
    public IReadOnlyList<UploadedFile> Transcripts { get; init; } = [];

    /// <summary>What is published beside the page.</summary>
    public IReadOnlyList<UploadedFile> Extras { get; init; } = [];

    /// <summary>True when nothing stops publication.</summary>
    public bool CanPublish => Problems.All(p => p.Severity != Severity.Error);
}

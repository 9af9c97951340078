using Soundoff.Artwork;
using Soundoff.Episodes;
using Soundoff.Problems;
using Soundoff.Transcripts;
using Soundoff.Uploads;

namespace Soundoff.Intake;

/// <summary>An episode as its uploads tell it: the facts merged, what is wrong, and which file is which.</summary>
public sealed record EpisodeReading
{
    /// <summary>All facts, merged; the show's defaults are not among them.</summary>
    public required EpisodeFacts Facts { get; init; }

    /// <summary>In the order of the files.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>The lines of the notes on which fields stand.</summary>
    public IReadOnlyDictionary<string, int> FieldLines { get; init; } = new Dictionary<string, int>();

    /// <summary>The file in which fields are mended: the notes, else the first of all.</summary>
    public string NotesName { get; init; } = "";

    /// <summary>Problems of fields that were found without the file at hand, each with its line where the notes have the field.</summary>
    public IEnumerable<Problem> Placed(IEnumerable<Problem> problems) =>
        problems.Select(p => p is { Line: null, Field: { } field } && p.File == NotesName && FieldLines.TryGetValue(field, out var line) ? p with { Line = line } : p);

    /// <summary>The recording; null for a text-only episode.</summary>
    public UploadedFile? Audio { get; init; }

    /// <summary>The recording where it lies elsewhere; null when it was uploaded.</summary>
    public PublicFile? Linked { get; init; }

    /// <summary>The same recording in other formats: files of its name with another ending.</summary>
    public IReadOnlyList<OtherRecording> OtherRecordings { get; init; } = [];

    /// <summary>The artwork file; null when the audio's own picture or the show's cover stands in.</summary>
    public UploadedFile? ArtworkFile { get; init; }

    /// <summary>The artwork by the directories' rule, from its file or from the audio; null when the show's cover stands in.</summary>
    public PreparedImage? Artwork { get; init; }

    /// <summary>The transcripts that could be read.</summary>
    public IReadOnlyList<ReadTranscript> Transcripts { get; init; } = [];

    /// <summary>What is published beside the page.</summary>
    public IReadOnlyList<UploadedFile> Extras { get; init; } = [];

    /// <summary>True when nothing stops publication.</summary>
    public bool CanPublish => Problems.All(p => p.Severity != Severity.Error);
}

/// <summary>A recording in another format than the one that is the episode's enclosure.</summary>
/// <param name="File">Its upload.</param>
/// <param name="BitRate">Bits a second on average; null where that could not be told.</param>
public sealed record OtherRecording(UploadedFile File, int? BitRate);

/// <summary>A transcript that could be read.</summary>
/// <param name="File">Its upload.</param>
/// <param name="Transcript">What is said in it.</param>
/// <param name="Served">What apps are given in place of the upload; null when it is good as it is.</param>
public sealed record ReadTranscript(UploadedFile File, Transcript Transcript, byte[]? Served);

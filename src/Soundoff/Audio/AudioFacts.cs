using Soundoff.Chapters;

namespace Soundoff.Audio;

/// <summary>What an audio file says about itself.</summary>
public sealed record AudioFacts
{
    /// <summary>
    /// <c>mp3</c> (any MPEG layer), <c>m4a</c>, <c>aac</c>, <c>vorbis</c>, <c>opus</c>, <c>flac</c> or <c>wav</c>: what the bytes are, whatever the
    /// name says.
    /// </summary>
    public required string Format { get; init; }

    /// <summary>Playing time; null when the file does not tell.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Average bits per second of the audio; null when the file does not tell.</summary>
    public int? BitRate { get; init; }

    /// <summary>True when duration and bit rate are worked out from a part of the file, not stated by it.</summary>
    public bool Estimated { get; init; }

    /// <summary>Where the audio ends, as chapters are held against it; null when the file does not tell.</summary>
    internal AudioEnd? End => Duration is { } duration ? new(duration, !Estimated) : null;

    /// <summary>Samples per second.</summary>
    public int? SampleRate { get; init; }

    /// <summary>1 for mono, 2 for stereo …</summary>
    public int? Channels { get; init; }

    /// <summary>Title tag.</summary>
    public string? Title { get; init; }

    /// <summary>Artist tag.</summary>
    public string? Artist { get; init; }

    /// <summary>Album tag.</summary>
    public string? Album { get; init; }

    /// <summary>Comment or description tag, the longest of them.</summary>
    public string? Comment { get; init; }

    /// <summary>Genre tag.</summary>
    public string? Genre { get; init; }

    /// <summary>Release or recording date as written, where it names at least a day (ISO 8601).</summary>
    public string? Date { get; init; }

    /// <summary>Track number, above 0.</summary>
    public int? Track { get; init; }

    /// <summary>The embedded picture, the front cover when there are several.</summary>
    public EmbeddedPicture? Picture { get; init; }

    /// <summary>Embedded chapters, ascending (ID3 CHAP, MP4 chapters, Vorbis CHAPTERxxx).</summary>
    public IReadOnlyList<Chapter> Chapters { get; init; } = [];
}

using System.Text.Json.Serialization;

namespace Soundoff.Episodes;

/// <summary>A file that the public can fetch.</summary>
public sealed record PublicFile
{
    /// <summary>Its path in the site, without a leading slash; the base address goes before it. Of a file elsewhere, its whole address.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it lies elsewhere.</summary>
    public bool IsElsewhere => Path.Contains("://", StringComparison.Ordinal);

    /// <summary>Media type: <c>audio/mpeg</c>, <c>image/jpeg</c> …</summary>
    public required string Type { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>BCP 47 language, for transcripts that say theirs.</summary>
    public string? Language { get; init; }

    /// <summary>Bits a second on average, for a recording beside the enclosure.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BitRate { get; init; }

    /// <summary>Width in pixels, for pictures.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels, for pictures.</summary>
    public int? Height { get; init; }
}

namespace Soundoff.Uploads;

/// <summary>What a file is to its episode.</summary>
public enum UploadRole
{
    /// <summary>The article or show notes.</summary>
    Notes,

    /// <summary>The recording.</summary>
    Audio,

    /// <summary>The picture.</summary>
    Artwork,

    /// <summary>What is said.</summary>
    Transcript,

    /// <summary>Its chapters.</summary>
    Chapters,

    /// <summary>Anything else in the episode's folder: published beside the page.</summary>
    Extra,

    /// <summary>A kind of file that nothing reads; reported.</summary>
    Unknown,
}

namespace Soundoff.Uploads;

/// <summary>A file as the listing of its container shows it.</summary>
/// <param name="Path">What its name says.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Version">Changes whenever the content does: the MD5 of the content where storage knows it, else the ETag.</param>
/// <param name="Modified">When it was last written.</param>
/// <param name="ETag">The very version that was listed; empty on disk. A copy is made of this version or not at all.</param>
public sealed record UploadedFile(UploadPath Path, long Length, string Version, DateTimeOffset Modified, string ETag = "")
{
    /// <summary>The name below the show's folder, as publishers know it.</summary>
    public string Name => Path.Name;
}

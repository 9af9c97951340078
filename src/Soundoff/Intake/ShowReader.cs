using Soundoff.Files;
using Soundoff.Limits;
using Soundoff.Mail.Templates;
using Soundoff.Problems;
using Soundoff.Shows;
using Soundoff.Uploads;

namespace Soundoff.Intake;

/// <summary>Reads a show's settings and mail templates from its own files.</summary>
public static class ShowReader
{
    /// <summary>The show as its file states it, over the defaults; the defaults alone without a file; null for a file that cannot be read.</summary>
    /// <param name="uploads">Where the files lie.</param>
    /// <param name="files">The show's own.</param>
    /// <param name="name">The show's folder.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="IOException">The file could not be read; try again.</exception>
    public static Task<Reading<Show>> ReadAsync(IUploads uploads, IReadOnlyList<UploadedFile> files, string name, CancellationToken cancellation)
    {
        var watched = new WatchedUploads(uploads);
        return ReadingTime.LimitAsync(ReadingTime.OfUploads, time => ReadFilesAsync(watched, files, name, time), () => watched.TookTooLong(UploadPath.ShowFile), cancellation);
    }

    private static async Task<Reading<Show>> ReadFilesAsync(IUploads uploads, IReadOnlyList<UploadedFile> files, string name, CancellationToken cancellation)
    {
        var (templates, faults) = await MailTemplateFiles.ReadAsync(uploads, files, cancellation);
        var settings = await SettingsAsync(uploads, files, name, cancellation);
        return new(settings.Value is { } show ? show with { Mail = show.Mail with { Templates = templates } } : null, [.. ShowFiles.Unread(files), .. settings.Problems, .. faults]);
    }

    private static async Task<Reading<Show>> SettingsAsync(IUploads uploads, IReadOnlyList<UploadedFile> files, string name, CancellationToken cancellation)
    {
        if (ShowFiles.SettingsOf(files) is not { } file) return ShowDefaults.For(name);
        if (file.Length > EpisodeReader.LongestText)
            return Problem.Error(file.Name, $"The file has {file.Length:N0} bytes, far more than a show's settings.", "Check that it is the right file.");
        var text = TextFile.Decode(file.Name, await uploads.Open(file).ReadAsync(0, (int)file.Length, cancellation));
        if (text.Value is null) return new(null, text.Problems);
        var show = ShowFile.Read(file.Name, text.Value, name);
        return new(show.Value, [.. text.Problems, .. show.Problems]);
    }
}

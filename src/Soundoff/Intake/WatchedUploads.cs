using Soundoff.Episodes;
using Soundoff.Files;
using Soundoff.Problems;
using Soundoff.Uploads;

namespace Soundoff.Intake;

/// <summary>Uploads that remember which file was opened last: when reading takes too long, that is the one to mend.</summary>
internal sealed class WatchedUploads(IUploads uploads) : IUploads
{
    private volatile string? last;

    /// <summary>The problem of a reading that was given up.</summary>
    /// <param name="otherwise">Named when no file was opened yet.</param>
    public Problem TookTooLong(string otherwise) => Problem.Error(
        last ?? otherwise, "Reading this file takes far longer than any file of its kind, so it was given up.", "Shorten the file, or save it anew with another program, and upload it again.");

    public Task<IReadOnlyList<EpisodeId>> ConcernedAsync(UploadPath path, CancellationToken cancellation) => uploads.ConcernedAsync(path, cancellation);

    public Task<IReadOnlyList<UploadedFile>> ListAsync(EpisodeId episode, CancellationToken cancellation) => uploads.ListAsync(episode, cancellation);

    public Task<IReadOnlyList<UploadedFile>> ListAsync(string show, CancellationToken cancellation) => uploads.ListAsync(show, cancellation);

    public Task<bool> AnyAsync(string show, CancellationToken cancellation) => uploads.AnyAsync(show, cancellation);

    public IRangeSource Open(UploadedFile file)
    {
        last = file.Name;
        return uploads.Open(file);
    }
}

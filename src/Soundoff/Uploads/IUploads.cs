using Soundoff.Episodes;
using Soundoff.Files;

namespace Soundoff.Uploads;

/// <summary>What publishers have put in: the <c>episodes</c> container, or a folder on disk for <c>soundoff check</c>.</summary>
public interface IUploads
{
    /// <summary>All files of an episode now, ordered by name; empty when it has none.</summary>
    Task<IReadOnlyList<UploadedFile>> ListAsync(EpisodeId episode, CancellationToken cancellation);

    /// <summary>The episodes that may have to be read anew when a file comes, changes or goes: nearly always the one that its name tells.</summary>
    Task<IReadOnlyList<EpisodeId>> ConcernedAsync(UploadPath path, CancellationToken cancellation);

    /// <summary>The show's own files now: <c>show.*</c>, <c>cover.*</c> and what lies in <c>theme/</c>.</summary>
    Task<IReadOnlyList<UploadedFile>> ListAsync(string show, CancellationToken cancellation);

    /// <summary>Whether the show has any file at all.</summary>
    Task<bool> AnyAsync(string show, CancellationToken cancellation);

    /// <summary>Opens a file for reading in ranges.</summary>
    IRangeSource Open(UploadedFile file);
}

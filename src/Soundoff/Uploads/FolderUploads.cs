using Soundoff.Episodes;
using Soundoff.Files;

namespace Soundoff.Uploads;

/// <summary>Uploads as they lie in folders on disk, before anyone has uploaded them.</summary>
/// <param name="files">The files to read: what each would be called in the container, and where it lies.</param>
public sealed class FolderUploads(IReadOnlyDictionary<string, string> files) : IUploads
{
    private IReadOnlyList<UploadedFile>? all;

    /// <summary>The keys of all episodes that the files of a show belong to, in order.</summary>
    public IReadOnlyList<string> Keys(string show) =>
        [.. All().Where(file => file.Path.Show == show).Select(file => file.Path.Key).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public Task<IReadOnlyList<EpisodeId>> ConcernedAsync(UploadPath path, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<EpisodeId>>([.. All().Where(file => file.Name == path.Name && file.Path.Show == path.Show).Select(file => file.Path.Episode).OfType<EpisodeId>()]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UploadedFile>> ListAsync(EpisodeId episode, CancellationToken cancellation) =>
        Task.FromResult(Where(path => path.Episode == episode));

    /// <inheritdoc/>
    public Task<IReadOnlyList<UploadedFile>> ListAsync(string show, CancellationToken cancellation) =>
        Task.FromResult(Where(path => path.IsShowsOwn && path.Show == show));

    /// <inheritdoc/>
    public Task<bool> AnyAsync(string show, CancellationToken cancellation) => Task.FromResult(Where(path => path.Show == show).Count > 0);

    /// <inheritdoc/>
    public IRangeSource Open(UploadedFile file) => new FileRange(files[$"{file.Path.Show}/{file.Name}"], file.Length);

    private IReadOnlyList<UploadedFile> Where(Func<UploadPath, bool> wanted) => [.. All().Where(file => wanted(file.Path)).OrderBy(file => file.Name, StringComparer.Ordinal)];

    private IEnumerable<UploadedFile> All() => all ??= [.. Siblings.Settle(
        [.. from entry in files
            let path = UploadPath.Parse(entry.Key)
            where path is not null
            let info = new FileInfo(entry.Value)
            select new UploadedFile(path, info.Length, $"{info.Length}-{info.LastWriteTimeUtc.Ticks}", info.LastWriteTimeUtc)])];
}

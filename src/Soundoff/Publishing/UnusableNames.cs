using Soundoff.Episodes;
using Soundoff.Problems;
using Soundoff.Storage;
using Soundoff.Uploads;

namespace Soundoff.Publishing;

/// <summary>Tells publishers of files whose names make them no file of any show: otherwise they would wait for a page that never comes.</summary>
public sealed class UnusableNames(BlobUploads uploads, Reports reports)
{
    /// <summary>Writes the report of such a file, or takes it back when the file is gone.</summary>
    /// <param name="path">The blob's name below the container.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task ReportAsync(string path, CancellationToken cancellation)
    {
        if (UploadPath.Fault(path) is not var (message, mend)) return;
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var show = Slug.From(slash > 0 ? path[..slash] : "unsorted");
        var name = $"{Slug.From(path[(slash + 1)..])}.{ContentTag.Of(path)}";
        if (!await uploads.ExistsAsync(path, cancellation))
        {
            await reports.DeleteAsync(show, name, cancellation);
            return;
        }

        var report = new Report { Show = show, Slug = name, Outcome = Outcome.Refused, Files = [path], Problems = [Problem.Error(path, message, mend)] };
        await reports.WriteAsync(report, null, cancellation);
    }
}

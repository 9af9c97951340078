using System.Text;
using Soundoff.Episodes;
using Soundoff.Uploads;

namespace Soundoff.Publishing;

/// <summary>Tells whether uploads are the same as those that were published: their names and contents, and the engine that read them.</summary>
internal static class Fingerprint
{
    // Raised when the reading of uploads changes so that everything must be read again; Reconcile then does.
    private const int Reading = 1;

    public static string Of(IReadOnlyList<UploadedFile> files) =>
        ContentTag.Of(Encoding.UTF8.GetBytes(string.Join('\n', [$"{Reading}", .. files.Select(f => $"{f.Name}|{f.Length}|{f.Version}")])));
}

using Soundoff.Account;
using Soundoff.Episodes;
using Soundoff.Site;
using Soundoff.Uploads;

namespace Soundoff.Publishing;

/// <summary>Tells whether uploads are the same as those that were published: their names and contents, and the engine that read them.</summary>
internal static class Fingerprint
{
    // Raised when the reading of uploads changes so that everything must be read again; Reconcile then does.
    private const int Reading = 4;

    /// <summary>Of an episode's files, and of how those beside its page are served.</summary>
    public static string Of(IReadOnlyList<UploadedFile> files, PublishingOptions options) => Of(options.TrustPublishers ? $"{Reading}|trusted" : $"{Reading}", files);

    /// <summary>Of a show's own files, of the addresses that pages link to and of the engine: a new one may have other templates, and then everything is rendered again.</summary>
    public static string Of(IReadOnlyList<UploadedFile> files, SiteUrls urls, ApiUrls api) => Of($"{urls.Base}|{api.Base}|{typeof(Fingerprint).Module.ModuleVersionId}", files);

    private static string Of(string engine, IReadOnlyList<UploadedFile> files) =>
        ContentTag.Of(string.Join('\n', [engine, .. files.Select(f => $"{f.Name}|{f.Length}|{f.Version}")]));
}

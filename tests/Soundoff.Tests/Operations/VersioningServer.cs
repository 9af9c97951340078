using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Soundoff.Tests.Operations;

/// <summary>A version of a blob.</summary>
/// <param name="Container">The container.</param>
/// <param name="Name">The blob.</param>
/// <param name="Id">The version.</param>
/// <param name="IsCurrent">Whether it is what the blob holds.</param>
/// <param name="IsDeleted">Whether it can only be restored.</param>
public sealed record StoredVersion(string Container, string Name, string Id, bool IsCurrent = false, bool IsDeleted = false);

/// <summary>
/// Speaks as much of Blob Storage as versions need, which Azurite does not keep: List Blobs with <c>include=versions,deleted</c> in pages, and Delete Blob with <c>versionid</c> and
/// <c>deletetype=permanent</c>, refusing what Azure refuses.
/// </summary>
public sealed class VersioningServer : IAsyncDisposable
{
    private const int PageSize = 3;

    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<StoredVersion> _versions = [];
    private readonly ConcurrentQueue<string> _requests = new();

    private VersioningServer(WebApplication app) => _app = app;

    /// <summary>Whether the account allows what is deleted to be deleted for good.</summary>
    public bool AllowsPermanentDelete { get; set; } = true;

    /// <summary>What is there, as it is listed.</summary>
    public IReadOnlyList<StoredVersion> Versions
    {
        get { lock (_gate) return [.. _versions]; }
    }

    /// <summary>Methods and addresses of all requests.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=radio;AccountKey=AAAA;BlobEndpoint={_app.Urls.First()}/radio;QueueEndpoint={_app.Urls.First()}/radio;TableEndpoint={_app.Urls.First()}/radio";

    public static async Task<VersioningServer> StartAsync(params StoredVersion[] versions)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new VersioningServer(app);
        server._versions.AddRange(versions);
        app.MapGet("/radio/{container}", server.List);
        app.MapDelete("/radio/{container}/{**name}", server.Delete);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult List(HttpContext context, string container)
    {
        _requests.Enqueue($"GET {context.Request.Path}{context.Request.QueryString}");
        var include = context.Request.Query["include"].ToString().ToLowerInvariant().Split(',');
        // A marker names what comes next, whatever is deleted meanwhile.
        var marker = context.Request.Query["marker"].ToString();
        var listed = Versions.Where(v => v.Container == container && (v.IsCurrent || include.Contains("versions")) && (!v.IsDeleted || include.Contains("deleted")))
            .OrderBy(Place, StringComparer.Ordinal).Where(v => string.CompareOrdinal(Place(v), marker) >= 0).ToList();
        var blobs = listed.Take(PageSize).Select(v => new XElement(
            "Blob",
            new XElement("Name", v.Name),
            v.IsDeleted ? new XElement("Deleted", "true") : null,
            new XElement("VersionId", v.Id),
            v.IsCurrent ? new XElement("IsCurrentVersion", "true") : null,
            new XElement("Properties", new XElement("Etag", "0x1"), new XElement("BlobType", "BlockBlob"))));
        var next = listed.Count > PageSize ? Place(listed[PageSize]) : "";
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>{new XElement("EnumerationResults", new XElement("Blobs", blobs), new XElement("NextMarker", next))}", "application/xml");
    }

    private IResult Delete(HttpContext context, string container, string name)
    {
        _requests.Enqueue($"DELETE {context.Request.Path}{context.Request.QueryString}");
        var (id, isPermanent) = (context.Request.Query["versionid"].ToString(), context.Request.Query["deletetype"] == "permanent");
        lock (_gate)
        {
            var at = _versions.FindIndex(v => v.Container == container && v.Name == name && v.Id == id);
            if (at < 0) return Refuse(context, 404, "BlobNotFound");
            if (_versions[at].IsCurrent) return Refuse(context, 403, "OperationNotAllowedOnRootBlob");
            if (!isPermanent && _versions[at].IsDeleted) return Refuse(context, 404, "BlobNotFound");
            if (isPermanent && (!AllowsPermanentDelete || !_versions[at].IsDeleted)) return Refuse(context, 409, "BlobSnapshotNotSoftDeleted");
            if (isPermanent) _versions.RemoveAt(at);
            else _versions[at] = _versions[at] with { IsDeleted = true };
            return Results.StatusCode(StatusCodes.Status202Accepted);
        }
    }

    private static string Place(StoredVersion version) => $"{version.Name}!{version.Id}";

    private static IResult Refuse(HttpContext context, int status, string code)
    {
        context.Response.Headers["x-ms-error-code"] = code;
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>", "application/xml", statusCode: status);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;
using Soundoff.Tests.Pages;

namespace Soundoff.Tests.Browser;

/// <summary>Serves the sample site as static storage does: a folder's <c>index.html</c>, byte ranges, and the 404 page where nothing is.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SiteServer(WebApplication app) => _app = app;

    /// <summary>Where the site's base address is served.</summary>
    public string Address => _app.Urls.First() + SampleSite.Urls.Base.AbsolutePath;

    public static Task<SiteServer> StartAsync() => StartAsync(null);

    /// <param name="files">What is served by site path; null for the sample site.</param>
    public static async Task<SiteServer> StartAsync(IReadOnlyDictionary<string, Func<byte[]>>? files)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet(SampleSite.Urls.Base.AbsolutePath + "{**path}", (string? path) => files is null ? Answer(path ?? "") : Answer(files, path ?? ""));
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Answer(IReadOnlyDictionary<string, Func<byte[]>> files, string path) =>
        files.TryGetValue(NameOf(path), out var file) ? Give(NameOf(path), file()) : Results.NotFound();

    private static string NameOf(string path) => path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;

    private static IResult Answer(string path)
    {
        var name = NameOf(path);
        if (!SampleSite.Documents.TryGetValue(name, out var bytes) && !SampleSite.Files.TryGetValue(name, out bytes))
            return Results.Content(SampleSite.Html("404.html"), "text/html; charset=utf-8", statusCode: 404);
        return Give(name, bytes);
    }

    private static IResult Give(string name, byte[] bytes)
    {
        new FileExtensionContentTypeProvider().TryGetContentType(name, out var type);
        return Results.Bytes(bytes, type == "text/html" ? "text/html; charset=utf-8" : type, enableRangeProcessing: true);
    }
}

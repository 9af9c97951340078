using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Soundoff.Tests.Cli.Import;

/// <summary>
/// Serves the feeds of <c>Data/Import</c>, what they name, and the recordings of <c>Data/audio</c>, with the faults that servers have, by the first part of an address: <c>gone</c>,
/// <c>signin</c>, <c>circle</c>, <c>moved</c>, <c>found</c>, <c>breaks</c>, <c>busy</c>, <c>whole</c>.
/// </summary>
public sealed class FeedServer : IAsyncLifetime
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "Data");

    private readonly ConcurrentDictionary<string, int> _asked = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private WebApplication _app = null!;

    /// <summary>Stands in feeds where the server's address goes.</summary>
    public const string Mark = "{{server}}";

    /// <summary>What the publisher of the feeds changed in them.</summary>
    public Func<string, string> Edit { get; set; } = text => text;

    public Uri Address => new(_app.Urls.First());

    /// <summary>Paths and ranges of all requests.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Does something once so many requests more have come, unless it is disposed of before.</summary>
    public IDisposable After(int requests, Action act)
    {
        var left = requests;
        Action asked = () =>
        {
            if (Interlocked.Decrement(ref left) == 0) act();
        };
        Asked += asked;
        return new Ending(() => Asked -= asked);
    }

    private event Action? Asked;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/{**path}", ServeAsync);
        await _app.StartAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(HttpContext context, string path)
    {
        _requests.Enqueue($"{path} {context.Request.Headers.Range}".TrimEnd());
        Asked?.Invoke();
        var (fault, rest) = path.Split('/', 2) is [var first, var below] ? (first, below) : ("", path);
        var times = _asked.AddOrUpdate(path, 1, (_, before) => before + 1);
        var query = context.Request.QueryString;
        await (fault switch
        {
            "gone" => Results.NotFound(),
            "signin" => Results.Text("<!doctype html><title>Sign in</title><form></form>", "text/html"),
            "circle" => Results.Redirect($"/circle/{rest}"),
            "moved" => Results.Redirect($"/{rest}{query}", permanent: true),
            "found" => Results.Redirect($"/{rest}{query}"),
            "breaks" when times == 1 => new BrokenOff(FileOf(rest)),
            "busy" when times == 1 => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
            "breaks" or "busy" => Sent(FileOf(rest), context),
            "whole" => Results.Bytes(await File.ReadAllBytesAsync(FileOf(rest)), "audio/mpeg"),
            _ => Sent(FileOf(context.Request.Query.TryGetValue("paged", out var page) ? path.Replace(".xml", $"-paged-{page}.xml", StringComparison.Ordinal) : path), context),
        }).ExecuteAsync(context);
    }

    private IResult Sent(string file, HttpContext context)
    {
        if (!File.Exists(file)) return Results.NotFound();
        if (Path.GetExtension(file) is not (".xml" or ".rdf" or ".json" or ".opml"))
        {
            var tag = new EntityTagHeaderValue($"\"{new FileInfo(file).Length.ToString(CultureInfo.InvariantCulture)}\"");
            return Results.File(file, TypeOf(file), enableRangeProcessing: true, entityTag: tag);
        }

        // As bytes, so that every encoding stays what it is.
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(file)).Replace(Mark, $"{context.Request.Scheme}://{context.Request.Host}", StringComparison.Ordinal);
        return Results.Bytes(Encoding.Latin1.GetBytes(Edit(text)), TypeOf(file));
    }

    private static string FileOf(string path) => path.StartsWith("audio/", StringComparison.Ordinal) ? Path.Combine(Data, path) : Path.Combine(Data, "Import", path);

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".xml" or ".rdf" or ".opml" => "text/xml",
        ".json" => "application/json",
        ".html" => "text/html",
        ".vtt" => "text/vtt",
        ".mp3" => "audio/mpeg",
        _ => "application/octet-stream",
    };

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }

    // Sends half of what was asked for and says how much there is, as a server behind a limit does.
    private sealed class BrokenOff(string file) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            var bytes = await File.ReadAllBytesAsync(file);
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes 0-{bytes.Length / 2 - 1}/{bytes.Length}");
            context.Response.Headers.ETag = $"\"{bytes.Length.ToString(CultureInfo.InvariantCulture)}\"";
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
        }
    }
}

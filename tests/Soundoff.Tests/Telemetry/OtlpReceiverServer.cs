using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Soundoff.Tests.Telemetry;

/// <summary>Takes OTLP over HTTP as protobuf, and keeps the bytes. Strings stand in protobuf as they are, so they can be looked for.</summary>
internal sealed class OtlpReceiverServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Signal, byte[] Bytes)> _taken = new();

    private OtlpReceiverServer(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First());

    public static async Task<OtlpReceiverServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new OtlpReceiverServer(app);
        app.MapPost("/v1/{signal}", server.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>All that came of <c>traces</c>, <c>metrics</c> or <c>logs</c>, as text.</summary>
    public string Text(string signal) => string.Concat(_taken.Where(t => t.Signal == signal).Select(t => Encoding.UTF8.GetString(t.Bytes)));

    /// <summary>Whether a trace's id stands in what came of a signal.</summary>
    public bool Holds(string signal, ReadOnlySpan<byte> id)
    {
        foreach (var (_, bytes) in _taken.Where(t => t.Signal == signal))
            if (bytes.AsSpan().IndexOf(id) >= 0) return true;
        return false;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpContext context, string signal)
    {
        if (context.Request.ContentType != "application/x-protobuf") return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        _taken.Enqueue((signal, bytes.ToArray()));
        return Results.Bytes([], "application/x-protobuf");
    }
}

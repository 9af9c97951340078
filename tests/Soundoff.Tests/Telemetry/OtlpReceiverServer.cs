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

    /// <summary>Ids of the traces that records of a signal tell of, in hexadecimal digits.</summary>
    /// <param name="signal"><c>traces</c> or <c>logs</c>.</param>
    /// <param name="field">The number of the field <c>trace_id</c>: 1 of a Span, 9 of a LogRecord.</param>
    public IReadOnlySet<string> TraceIds(string signal, int field)
    {
        var ids = new HashSet<string>();
        foreach (var (_, bytes) in _taken.Where(t => t.Signal == signal))
            for (var at = 0; at + 18 <= bytes.Length; at++)
                if (bytes[at] == (field << 3 | 2) && bytes[at + 1] == 16) ids.Add(Convert.ToHexString(bytes, at + 2, 16));
        return ids;
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

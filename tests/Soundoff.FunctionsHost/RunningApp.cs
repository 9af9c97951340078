using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Soundoff.FunctionsHost.Protocol;
using Soundoff.FunctionsHost.Triggers;

namespace Soundoff.FunctionsHost;

/// <summary>
/// A small Functions host: runs a built app of the isolated worker in a process of its own, calls its functions by what <c>functions.metadata</c> and <c>host.json</c> say,
/// and starts it again when it ends unasked. Queues and blobs are polled, HTTP is forwarded to the worker's own server, timers run when they are asked to. It has no scaling, no retries that
/// a function declares, and no output bindings.
/// </summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly FunctionsApp _app;
    private readonly WebApplication _server;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, Worker> _workers = new();
    private Task<Worker> _worker;
    private Task _work = Task.CompletedTask;
    private Uri _stream = null!;

    private RunningApp(FunctionsApp app)
    {
        _app = app;
        _worker = Task.FromException<Worker>(new InvalidOperationException("The host has not started."));
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.Limits.MaxRequestBodySize = 100 * 1024 * 1024;
            server.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            server.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddSingleton(this).AddRoutingCore().AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        _server = builder.Build();
        _server.UseRouting();
        _server.MapGrpcService<WorkerStream>();
        var front = new HttpFront(app, this);
        // Not as a route: what has a dot in it would be taken for a file.
        _server.Use((context, next) => context.Connection.LocalPort == Address.Port ? front.AnswerAsync(context) : next(context));
    }

    /// <summary>Where the HTTP functions are called.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Opens functions that want a key, in the header <c>x-functions-key</c> or the query's <c>code</c>.</summary>
    public string Key { get; } = Guid.NewGuid().ToString("N");

    public HostLog Log { get; } = new();

    public Tally Tally { get; } = new();

    /// <summary>The process of the app; of the next one while another is being started.</summary>
    public async Task<int> ProcessIdAsync() => (await _worker).ProcessId;

    /// <summary>Starts the app, waits until its functions are loaded, and begins to call them.</summary>
    /// <exception cref="WorkerEndedException">The app does not start; the message has what it said.</exception>
    public static async Task<RunningApp> StartAsync(FunctionsApp app, CancellationToken cancellation)
    {
        var host = new RunningApp(app);
        try
        {
            await host._server.StartAsync(cancellation);
            var addresses = host._server.Urls.Select(url => new Uri(url)).ToList();
            (host._stream, host.Address) = (addresses[0], addresses[1]);
            host._worker = host.StartWorkerAsync();
            await host._worker.WaitAsync(cancellation);
            host._work = Task.WhenAll(app.Functions.Select(host.ListenAsync).Append(host.RestartAsync()));
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a timer's function now; whether it succeeded.</summary>
    public Task<bool> RunTimerAsync(string name)
    {
        var function = _app.Functions.Single(function => function.Kind == "timer" && function.Name == name);
        return InvokeAsync(function, TimerCall.Request(function));
    }

    /// <summary>Ends as an instance is ended: fetches nothing more, cancels what runs, lets the worker end, and gives back what was not done.</summary>
    /// <returns>What the app's process ended with.</returns>
    public async Task<int> StopAsync()
    {
        await _stopping.CancelAsync();
        var status = await (await _worker).EndAsync();
        await _work;
        return status;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        foreach (var worker in _workers.Values) await worker.DisposeAsync();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await _server.DisposeAsync();
        _stopping.Dispose();
    }

    internal Worker WorkerOf(string id) => _workers[id];

    /// <summary>The process that runs now, once it is ready.</summary>
    internal Task<Worker> WorkerAsync() => _worker;

    internal async Task<bool> InvokeAsync(Function function, InvocationRequest request)
    {
        var worker = await _worker;
        var begun = Stopwatch.GetTimestamp();
        var succeeded = await worker.InvokeAsync(function, request);
        Tally.Count(function.Name, succeeded);
        Log.Add(string.Create(CultureInfo.InvariantCulture, $"{function.Name} {(succeeded ? "succeeded" : "failed")} after {Stopwatch.GetElapsedTime(begun).TotalMilliseconds:0} ms."));
        return succeeded;
    }

    private async Task<Worker> StartWorkerAsync()
    {
        // The process says who it is as soon as it runs, so it must be known before.
        var worker = new Worker(_app, Log, _stream);
        _workers[worker.Id] = worker;
        worker.Start();
        await worker.ReadyAsync();
        return worker;
    }

    private async Task RestartAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            await (await _worker).Exited.WaitAsync(_stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (_stopping.IsCancellationRequested) return;
            Log.Add("The app's process ended; it is started again.");
            _worker = StartWorkerAsync();
        }
    }

    private async Task ListenAsync(Function function)
    {
        try
        {
            await TriggerAsync(function);
        }
        catch (Exception failure)
        {
            Log.Add($"{function.Name} is called no more: {failure}");
            throw;
        }
    }

    private Task TriggerAsync(Function function) => function.Kind switch
    {
        "queue" => new QueueListener(_app, function, this).RunAsync(_stopping.Token),
        "blob" => new BlobListener(_app, function, this).RunAsync(_stopping.Token),
        // These are called from outside.
        "http" or "timer" => Task.CompletedTask,
        var other => throw new NotSupportedException($"{function.Name} has a trigger that this host does not know: {other}."),
    };
}

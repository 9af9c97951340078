using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Soundoff.FunctionsHost.Protocol;
using Status = Soundoff.FunctionsHost.Protocol.StatusResult.Types.Status;

namespace Soundoff.FunctionsHost;

/// <summary>One process of the app, what was said to it, and the calls that it has not answered yet.</summary>
internal sealed class Worker : IAsyncDisposable
{
    // What any program needs of the environment; all else comes from the app's settings.
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "DOTNET_ROOT"];
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StatusResult>> _running = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FunctionsApp _app;
    private readonly HostLog _log;
    private readonly Process _process;
    private int _toLoad;
    private volatile bool _ended;

    public Worker(FunctionsApp app, HostLog log, Uri host)
    {
        (_app, _log) = (app, log);
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = app.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [app.Worker, "--functions-uri", host.ToString(), "--functions-worker-id", Id, "--functions-request-id", Guid.NewGuid().ToString(), "--functions-grpc-max-message-length", int.MaxValue.ToString(CultureInfo.InvariantCulture)];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Except(Inherited).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in app.Settings) start.Environment[name] = value;
        (start.Environment["FUNCTIONS_WORKER_RUNTIME"], start.Environment["FUNCTIONS_WORKER_DIRECTORY"], start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"]) = ("dotnet-isolated", app.Folder, app.Folder);
        _process = new() { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Tell(line.Data);
        _process.ErrorDataReceived += (_, line) => Tell(line.Data);
        _process.Exited += (_, _) => GiveUp();
    }

    public string Id { get; } = Guid.NewGuid().ToString();

    public int ProcessId => _process.Id;

    /// <summary>Ends with the process.</summary>
    public Task Exited => _process.WaitForExitAsync();

    /// <summary>Where the worker's own server takes requests; null when HTTP functions are called through the stream alone.</summary>
    public Uri? Http { get; private set; }

    public void Start()
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until all functions are loaded and the worker's own server takes connections, which begins at no certain time.</summary>
    /// <exception cref="WorkerEndedException">The process ended before that, or could not load them.</exception>
    public async Task ReadyAsync()
    {
        await _ready.Task;
        while (Http is not null && !_ended)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(Http.Host, Http.Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(10);
            }
        }
    }

    /// <summary>Speaks with the worker until either end is done.</summary>
    public async Task ServeAsync(IAsyncStreamReader<StreamingMessage> requests, IServerStreamWriter<StreamingMessage> responses, CancellationToken cancellation)
    {
        var initialize = new WorkerInitRequest { HostVersion = "4.1047.100.0", WorkerDirectory = _app.Folder, FunctionAppDirectory = _app.Folder };
        foreach (var capability in new[] { "MultiStream", "V2Compatable", "WorkerStatus", "HandlesWorkerTerminateMessage" }) initialize.Capabilities[capability] = "true";
        Send(new() { WorkerInitRequest = initialize });
        var writing = WriteAsync(responses, cancellation);
        try
        {
            await foreach (var message in requests.ReadAllAsync(cancellation)) Handle(message);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The process ended without a word.
        }

        _outgoing.Writer.TryComplete();
        await writing;
    }

    /// <summary>Calls a function; whether it succeeded.</summary>
    public async Task<bool> InvokeAsync(Function function, InvocationRequest request)
    {
        var answer = _running[request.InvocationId] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        request.FunctionId = function.Id;
        request.TraceContext = new() { TraceParent = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01" };
        Send(new() { InvocationRequest = request });
        if (_ended) GiveUp();
        var result = await answer.Task;
        if (result.Status != Status.Success) Tell($"{function.Name} failed: {result.Exception?.Type} {result.Exception?.Message} {result.Exception?.StackTrace}");
        return result.Status == Status.Success;
    }

    /// <summary>Ends the process as the host ends an instance: cancels what runs, asks it to end, and waits.</summary>
    /// <returns>What the process ended with.</returns>
    /// <exception cref="OperationCanceledException">It did not end within half a minute.</exception>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Grace);
        var running = _running.ToList();
        foreach (var (id, _) in running) Send(new() { InvocationCancel = new() { InvocationId = id } });
        await Task.WhenAll(running.Select(call => (Task)call.Value.Task)).WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        Send(new() { WorkerTerminate = new() { GracePeriod = Duration.FromTimeSpan(Grace) } });
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> responses, CancellationToken cancellation)
    {
        try
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellation)) await responses.WriteAsync(message, cancellation);
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException or OperationCanceledException)
        {
            // Nobody listens any more; the process' end tells its callers.
        }
    }

    private void Handle(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.WorkerInitResponse:
                Check(message.WorkerInitResponse.Result, "start");
                if (message.WorkerInitResponse.Capabilities.TryGetValue("HttpUri", out var http)) Http = new(http);
                Send(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = _app.Folder } });
                break;
            case StreamingMessage.ContentOneofCase.FunctionMetadataResponse:
                Load(message.FunctionMetadataResponse);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                Check(message.FunctionLoadResponse.Result, "load a function");
                if (Interlocked.Decrement(ref _toLoad) == 0) _ready.TrySetResult();
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (_running.TryRemove(message.InvocationResponse.InvocationId, out var answer)) answer.TrySetResult(message.InvocationResponse.Result);
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                Tell($"{message.RpcLog.Level} {message.RpcLog.Category}: {message.RpcLog.Message} {message.RpcLog.Exception?.Message}");
                break;
        }
    }

    private void Load(FunctionMetadataResponse told)
    {
        Check(told.Result, "tell of its functions");
        // The host takes functions from the worker, and what scales it takes them from the file: they must not differ.
        var (inWorker, inFile) = (told.FunctionMetadataResults.Select(function => function.Name).Order(StringComparer.Ordinal), _app.Functions.Select(function => function.Name).Order(StringComparer.Ordinal));
        if (!inWorker.SequenceEqual(inFile)) _ready.TrySetException(new WorkerEndedException($"The worker has the functions {string.Join(", ", inWorker)}, and functions.metadata {string.Join(", ", inFile)}."));
        _toLoad = _app.Functions.Count;
        foreach (var metadata in told.FunctionMetadataResults)
        {
            metadata.FunctionId = _app.Functions.FirstOrDefault(function => function.Name == metadata.Name)?.Id ?? "";
            Send(new() { FunctionLoadRequest = new() { FunctionId = metadata.FunctionId, Metadata = metadata } });
        }
    }

    private void Check(StatusResult result, string what)
    {
        if (result.Status == Status.Failure) _ready.TrySetException(new WorkerEndedException($"The worker could not {what}: {result.Exception?.Message}"));
    }

    private void GiveUp()
    {
        _ended = true;
        _outgoing.Writer.TryComplete();
        _ready.TrySetException(new WorkerEndedException($"The app ended before it had loaded its functions. It said:\n{_log.Text}"));
        foreach (var id in _running.Keys)
            if (_running.TryRemove(id, out var answer)) answer.TrySetResult(new() { Status = Status.Failure, Exception = new() { Message = "The app's process ended." } });
    }

    private void Send(StreamingMessage message)
    {
        message.RequestId = Guid.NewGuid().ToString();
        _outgoing.Writer.TryWrite(message);
    }

    private void Tell(string? line)
    {
        if (line is not null) _log.Add(line);
    }
}

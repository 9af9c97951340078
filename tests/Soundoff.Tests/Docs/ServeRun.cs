using System.Globalization;
using Soundoff.Cli;

namespace Soundoff.Tests.Docs;

/// <summary>A <c>serve</c> that goes on until it is disposed, as by Ctrl+C.</summary>
internal sealed class ServeRun : IAsyncDisposable
{
    private const string LastOfGreeting = "Ctrl+C ends it.";

    private readonly StringWriter _written = new(CultureInfo.InvariantCulture);
    private readonly TextWriter _output;
    private readonly CancellationTokenSource _stop;
    private readonly Task<int> _run;

    private ServeRun(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        _output = TextWriter.Synchronized(_written);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _run = CommandLine.RunAsync(arguments, _output, _output, _stop.Token);
    }

    /// <summary>What it has printed.</summary>
    public string Output
    {
        get
        {
            // The lock of a synchronized writer is the writer itself.
            lock (_output) return _written.ToString();
        }
    }

    /// <summary>Starts it and waits until it has said where everything is.</summary>
    public static async Task<ServeRun> BeginAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var serve = new ServeRun(arguments, cancellation);
        await Eventually.BecomesTrueAsync("serve runs", () =>
        {
            Assert.False(serve._run.IsCompleted, serve.Output);
            return serve.Output.Contains(LastOfGreeting, StringComparison.Ordinal);
        });
        return serve;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run;
        _stop.Dispose();
        await _output.DisposeAsync();
    }
}

using Azure;
using Azure.Storage.Blobs;

namespace Soundoff.Cli.Local;

/// <summary>The storage emulator: the one that runs on this machine already, or one of our own that ends with us.</summary>
public sealed class Azurite : IAsyncDisposable
{
    /// <summary>The version that is fetched from npm.</summary>
    public const string Version = "3.37.0";

    // The first start fetches about 100 MB of packages.
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(4);

    private readonly AzuriteProcess? _process;

    private Azurite(AzuritePorts ports, AzuriteProcess? process) => (Ports, _process) = (ports, process);

    /// <summary>Where it listens.</summary>
    public AzuritePorts Ports { get; }

    /// <summary>The connection string of its account.</summary>
    public string ConnectionString => Ports.ConnectionString;

    /// <summary>True when it was started here; false when it ran before and stays.</summary>
    public bool IsOwn => _process is not null;

    /// <summary>
    /// Takes the Azurite on the default ports when one answers there; else starts one on these ports, or on free ones when something
    /// else has them.
    /// </summary>
    /// <param name="folder">Where a started one keeps its data.</param>
    /// <param name="tell">Is told when a start takes long.</param>
    /// <param name="cancellation">Ends the wait, and what was started.</param>
    /// <exception cref="CannotRunException">Node.js is missing, or the start failed.</exception>
    public static async Task<Azurite> FindOrStartAsync(string folder, Action<string> tell, CancellationToken cancellation)
    {
        if (await AnswersAsync(AzuritePorts.Default, cancellation)) return new(AzuritePorts.Default, null);
        return await StartAsync(AzuritePorts.Default.AreFree ? AzuritePorts.Default : AzuritePorts.Free(), folder, tell, cancellation);
    }

    /// <summary>Starts one on free ports, so that it mixes with no other.</summary>
    /// <param name="folder">Where it keeps its data; null to keep them in memory.</param>
    /// <param name="tell">Is told when the start takes long.</param>
    /// <param name="cancellation">Ends the wait, and what was started.</param>
    /// <exception cref="CannotRunException">Node.js is missing, or the start failed.</exception>
    public static Task<Azurite> StartAsync(string? folder, Action<string> tell, CancellationToken cancellation) =>
        StartAsync(AzuritePorts.Free(), folder, tell, cancellation);

    /// <summary>Ends the process, if it is ours.</summary>
    public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<Azurite> StartAsync(AzuritePorts ports, string? folder, Action<string> tell, CancellationToken cancellation)
    {
        var process = AzuriteProcess.Start(ports, folder);
        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            deadline.CancelAfter(LongestStart);
            for (var tries = 0; !await AnswersAsync(ports, deadline.Token); tries++)
            {
                if (process.HasEnded) throw process.Failure();
                if (tries == 40) tell($"Getting Azurite {Version} from npm; that is needed only once.");
                await Task.Delay(100, deadline.Token);
            }

            return new(ports, process);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await process.DisposeAsync();
            throw new CannotRunException("Azurite did not answer within four minutes.", "Try 'npx azurite@" + Version + "' by hand to see why.");
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    // Asks as the rest of the program will: an Azurite that checks API versions refuses the SDK's and is of no use.
    private static async Task<bool> AnswersAsync(AzuritePorts ports, CancellationToken cancellation)
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(5) } };
        try
        {
            await new BlobServiceClient(ports.ConnectionString, options).GetPropertiesAsync(cancellation);
            return await ListensAsync(ports.Queue, cancellation) && await ListensAsync(ports.Table, cancellation);
        }
        catch (RequestFailedException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellation)
    {
        using var client = new System.Net.Sockets.TcpClient();
        try
        {
            await client.ConnectAsync(System.Net.IPAddress.Loopback, port, cancellation);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}

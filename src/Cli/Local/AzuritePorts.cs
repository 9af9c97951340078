using System.Net;
using System.Net.Sockets;

namespace Soundoff.Cli.Local;

/// <summary>Where an Azurite listens on this machine.</summary>
/// <param name="Blob">Blob service.</param>
/// <param name="Queue">Queue service.</param>
/// <param name="Table">Table service.</param>
public sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    // Azurite's one account and its key are public: they stand in its documentation and open nothing but an Azurite.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>The ports that every tool looks for.</summary>
    public static AzuritePorts Default { get; } = new(10000, 10001, 10002);

    /// <summary>The connection string of the Azurite on these ports.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={Address(Blob)};QueueEndpoint={Address(Queue)};TableEndpoint={Address(Table)};";

    /// <summary>Whether nothing listens on any of them.</summary>
    public bool AreFree => IsFree(Blob) && IsFree(Queue) && IsFree(Table);

    /// <summary>Three ports that are free now.</summary>
    public static AzuritePorts Free()
    {
        // All three are held until the last is known, so that they differ.
        using var blob = Listen(0);
        using var queue = Listen(0);
        using var table = Listen(0);
        return new(Port(blob), Port(queue), Port(table));
    }

    private static string Address(int port) => $"http://127.0.0.1:{port}/{Account}";

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = Listen(port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return listener;
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}

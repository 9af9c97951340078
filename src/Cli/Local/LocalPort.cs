using System.Net;
using System.Net.Sockets;

namespace Soundoff.Cli.Local;

/// <summary>The port that the site is served on.</summary>
internal static class LocalPort
{
    /// <summary>Looks whether the port is free, before anything slow is started.</summary>
    /// <exception cref="CannotRunException">It is taken.</exception>
    public static void EnsureFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException taken)
        {
            throw Taken(port, taken);
        }
    }

    public static CannotRunException Taken(int port, Exception cause) =>
        new(FormattableString.Invariant($"Port {port} is taken by another program."), FormattableString.Invariant($"End that program, or choose another port: --port {(port < 65535 ? port + 1 : port - 1)}."), cause);
}

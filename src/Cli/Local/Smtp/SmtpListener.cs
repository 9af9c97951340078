using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Soundoff.Cli.Local.Smtp;

/// <summary>
/// Takes mail from any program on this machine (RFC 5321, with 8BITMIME, PIPELINING, SIZE and SMTPUTF8) and hands it to one receiver. It
/// listens on the loopback address alone and sends nothing on: it cannot be an open relay.
/// </summary>
public sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Func<SmtpMessage, CancellationToken, Task> _receive;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Task, bool> _sessions = new();
    private readonly Task _accepting;

    private SmtpListener(TcpListener listener, Func<SmtpMessage, CancellationToken, Task> receive)
    {
        (_listener, _receive) = (listener, receive);
        _accepting = AcceptAsync();
    }

    /// <summary>The port it listens on.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Starts listening.</summary>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="receive">Takes each message. While it throws, the sender is told to try again later.</param>
    /// <exception cref="CannotRunException">Another program uses the port.</exception>
    public static SmtpListener Start(int port, Func<SmtpMessage, CancellationToken, Task> receive)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
        }
        catch (SocketException taken)
        {
            listener.Dispose();
            throw new CannotRunException($"Another program uses port {port}, where mail is taken.", "End it, choose another port with --smtp-port, or take no mail with --smtp-port 0.", taken);
        }

        return new(listener, receive);
    }

    /// <summary>Stops listening and ends all sessions.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_sessions.Keys);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var session = TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
                _sessions[session] = true;
                _ = session.ContinueWith(ended => _sessions.TryRemove(ended, out _), TaskScheduler.Default);
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // Stopped, or a caller that was gone before it was answered.
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                await new SmtpSession(stream, _receive).RunAsync(_stop.Token);
            }
            catch (Exception end) when (end is IOException or OperationCanceledException)
            {
                // The caller hung up, or was silent for too long.
            }
        }
    }
}

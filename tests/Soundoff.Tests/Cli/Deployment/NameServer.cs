using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Soundoff.Tests.Cli.Deployment;

/// <summary>A name server that knows some names (RFC 1035); of all others it says that there are none.</summary>
internal sealed class NameServer : IAsyncDisposable
{
    private const int Mx = 15;
    private const int CName = 5;
    private const int HeaderLength = 12;

    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly Dictionary<(string Name, int Type), byte[]> _records = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _answering;

    public NameServer() => _answering = AnswerAsync();

    /// <summary>Where it is asked.</summary>
    public string Address => _socket.Client.LocalEndPoint!.ToString()!;

    public NameServer WithMail(string name, string server)
    {
        _records[(name, Mx)] = [0, 10, .. Encode(server)];
        return this;
    }

    public NameServer WithAlias(string name, string target)
    {
        _records[(name, CName)] = Encode(target);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _answering;
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var question = await _socket.ReceiveAsync(_stop.Token);
                await _socket.SendAsync(Answer(question.Buffer), question.RemoteEndPoint, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private byte[] Answer(byte[] question)
    {
        var (name, end) = Decode(question);
        var type = BinaryPrimitives.ReadUInt16BigEndian(question.AsSpan(end));
        var isThere = _records.TryGetValue((name, type), out var data);
        var asked = question[HeaderLength..(end + 4)];
        // A response, recursion available, and "no such name" where there is none; one question; one answer or none, whose name is that of the question.
        byte[] header = [question[0], question[1], 0x81, (byte)(isThere ? 0x80 : 0x83), 0, 1, 0, (byte)(isThere ? 1 : 0), 0, 0, 0, 0];
        return isThere ? [.. header, .. asked, 0xC0, HeaderLength, 0, (byte)type, 0, 1, 0, 0, 0, 60, (byte)(data!.Length >> 8), (byte)data.Length, .. data] : [.. header, .. asked];
    }

    private static (string Name, int End) Decode(byte[] message)
    {
        var labels = new List<string>();
        var at = HeaderLength;
        for (; message[at] > 0; at += message[at] + 1) labels.Add(Encoding.ASCII.GetString(message, at + 1, message[at]));
        return (string.Join('.', labels).ToLowerInvariant(), at + 1);
    }

    private static byte[] Encode(string name) => [.. name.Split('.').SelectMany(label => (byte[])[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0];
}

using System.Net.Sockets;
using System.Text;

namespace Soundoff.Tests.Mail.Smtp;

/// <summary>Speaks to a mail server line by line, politely or not.</summary>
internal sealed class SmtpCaller : IDisposable
{
    private readonly TcpClient _client;
    private readonly StreamReader _reader;

    private SmtpCaller(TcpClient client) => (_client, _reader) = (client, new(client.GetStream(), Encoding.ASCII));

    public static async Task<SmtpCaller> ConnectAsync(int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
        return new(client);
    }

    /// <summary>The first three digits of each reply.</summary>
    public static string Codes(string replies) => string.Join(' ', replies.Split('|').Where(r => r.Length < 4 || r[3] == ' ').Select(r => r[..3]));

    /// <summary>A dot before each dot that begins a line.</summary>
    public static byte[] Stuff(byte[] text)
    {
        var stuffed = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            var beginsLine = i == 0 || (i > 1 && text[i - 2] == '\r' && text[i - 1] == '\n');
            if (beginsLine && text[i] == '.') stuffed.Add((byte)'.');
            stuffed.Add(text[i]);
        }

        return [.. stuffed];
    }

    public Task SayAsync(params string[] lines) => WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\r\n"))));

    public Task WriteAsync(byte[] bytes) => _client.GetStream().WriteAsync(bytes, TestContext.Current.CancellationToken).AsTask();

    /// <summary>So many lines, one after another with a bar between.</summary>
    public async Task<string> HearAsync(int lines)
    {
        var heard = new List<string>();
        while (heard.Count < lines && await _reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line) heard.Add(line);
        return string.Join('|', heard);
    }

    /// <summary>All until the server hangs up.</summary>
    public Task<string> HearAllAsync() => HearAsync(int.MaxValue);

    public void Dispose()
    {
        _reader.Dispose();
        _client.Dispose();
    }
}

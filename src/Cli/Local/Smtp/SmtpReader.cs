using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Soundoff.Cli.Local.Smtp;

/// <summary>What the caller says: command lines, and the text of a message.</summary>
internal sealed class SmtpReader(Stream stream)
{
    // RFC 5321 section 4.5.3.1.4 asks for 512; extensions may add to it.
    private const int LongestLine = 4096;

    // RFC 5321 section 4.5.3.2.7.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly PipeReader _pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));

    /// <summary>The next line without its end, read as UTF-8 (RFC 6531); empty for one that is too long, null when the caller hung up.</summary>
    public async ValueTask<string?> ReadLineAsync(CancellationToken cancellation)
    {
        var isTooLong = false;
        while (true)
        {
            var result = await ReadAsync(cancellation);
            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = result.Buffer.Slice(0, end);
                var text = isTooLong || line.Length > LongestLine ? "" : Encoding.UTF8.GetString(line).TrimEnd('\r');
                _pipe.AdvanceTo(result.Buffer.GetPosition(1, end));
                return text;
            }

            isTooLong |= result.Buffer.Length > LongestLine;
            _pipe.AdvanceTo(isTooLong ? result.Buffer.End : result.Buffer.Start, result.Buffer.End);
            if (result.IsCompleted) return null;
        }
    }

    /// <summary>Reads the text after <c>DATA</c>, to the line that holds a dot alone.</summary>
    /// <param name="output">Where the text goes; what is beyond the limit is read and goes nowhere.</param>
    /// <param name="limit">In bytes.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How many bytes the text has; null when the caller hung up before its end.</returns>
    public async ValueTask<long?> ReadTextAsync(Stream output, long limit, CancellationToken cancellation)
    {
        var (text, unstuffed, length) = (new DotStuffedText(), new ArrayBufferWriter<byte>(64 * 1024), 0L);
        while (true)
        {
            var result = await ReadAsync(cancellation);
            var consumed = 0L;
            foreach (var part in result.Buffer)
            {
                consumed += text.Read(part.Span, unstuffed);
                if (text.IsEnded) break;
            }

            _pipe.AdvanceTo(result.Buffer.GetPosition(consumed));
            length += unstuffed.WrittenCount;
            if (length <= limit) await output.WriteAsync(unstuffed.WrittenMemory, cancellation);
            unstuffed.ResetWrittenCount();
            if (text.IsEnded) return length;
            if (result.IsCompleted) return null;
        }
    }

    private async ValueTask<ReadResult> ReadAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        return await _pipe.ReadAsync(patience.Token);
    }
}

using System.Runtime.InteropServices;
using MimeKit;

namespace Soundoff.Mail.Reading;

/// <summary>Makes of any bytes a message that MimeKit can take apart, then lets it.</summary>
internal static class RawMessage
{
    private static readonly ParserOptions Options = new() { MaxMimeDepth = 2 * MailLimits.Depth };

    /// <summary>The message as one part that carries all its header fields. Contents stay where they are in <paramref name="raw"/>.</summary>
    public static MimeEntity Parse(ReadOnlyMemory<byte> raw, Repairs repairs)
    {
        raw = Bounded(RawHead.Start(WithLineFeeds(raw)), repairs);
        if (raw.IsEmpty)
        {
            repairs.Add("The message is empty.");
            return Text(raw);
        }

        if (!RawHead.BeginsWithField(raw.Span))
        {
            repairs.Add("The message has no header; all of it was read as text.");
            return Text(raw);
        }

        return Borders.Mend(Entity(raw) ?? Text(raw), repairs);
    }

    /// <summary>Null when there is nothing that could be a part.</summary>
    public static MimeEntity? Entity(ReadOnlyMemory<byte> raw)
    {
        try
        {
            return new MimeParser(Options, Stream(raw), MimeFormat.Entity, persistent: true).ParseEntity();
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Bytes as a plain text without a header.</summary>
    public static TextPart Text(ReadOnlyMemory<byte> raw)
    {
        var text = new TextPart("plain") { Content = new MimeContent(Stream(raw)) };
        text.Headers.Clear();
        return text;
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> raw) =>
        MemoryMarshal.TryGetArray(raw, out var bytes) ? new(bytes.Array!, bytes.Offset, bytes.Count, writable: false) : new(raw.ToArray(), writable: false);

    // Old Macs, and gateways that take a line feed off every line.
    private static ReadOnlyMemory<byte> WithLineFeeds(ReadOnlyMemory<byte> raw)
    {
        var head = raw.Span[..Math.Min(raw.Length, MailLimits.HeadBytes)];
        if (head.Contains((byte)'\n') || !head.Contains((byte)'\r')) return raw;
        var bytes = raw.ToArray();
        bytes.AsSpan().Replace((byte)'\r', (byte)'\n');
        return bytes;
    }

    // Each field and each border costs an object many times its size: a message of nothing else would fill the memory.
    private static ReadOnlyMemory<byte> Bounded(ReadOnlyMemory<byte> raw, Repairs repairs)
    {
        raw = RawHead.Shortened(raw, repairs);
        var span = raw.Span;
        var at = 0;
        for (var borders = 0; borders < MailLimits.Borders; borders++)
        {
            var next = span[at..].IndexOf("\n--"u8);
            if (next < 0) return raw;
            at += next + 3;
        }

        repairs.Add("The message has far more parts than any letter; the rest was left out.");
        return raw[..(at - 2)];
    }
}

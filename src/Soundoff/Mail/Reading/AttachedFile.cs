using System.Buffers;
using System.Text;
using MimeKit;
using Soundoff.Artwork;

namespace Soundoff.Mail.Reading;

/// <summary>A part that is a file: what it says of itself, and what its bytes say.</summary>
/// <param name="Name">Clean.</param>
/// <param name="Kind">By its content where that tells.</param>
/// <param name="Size">Bytes, decoded.</param>
/// <param name="ContentId">Without angle brackets.</param>
/// <param name="IsPixel">A picture of one pixel: it reports who reads, and shows nothing.</param>
/// <param name="Open">Decodes the bytes anew.</param>
internal sealed record AttachedFile(string Name, AttachmentKind Kind, long Size, string? ContentId, bool IsPixel, Func<Stream> Open)
{
    // Enough for every mark that tells a kind, and for the size of most pictures.
    private const int Head = 4096;

    // RFC 5322 section 2.3: lines end with CRLF, whatever system this runs on.
    private static readonly FormatOptions WithLineEnds = LineEnds();

    public static AttachedFile Of(MimeEntity part, Repairs repairs)
    {
        var given = part is MessagePart enclosed ? enclosed.ContentDisposition?.FileName ?? MessageName(enclosed, repairs) : StatedName(part, repairs);
        Func<Stream> open = part is MimePart { Content: { } content } ? () => SoftBreaks.Open(content) : () => Written(part);
        using var stream = open();
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var read = stream.ReadAtLeast(buffer, Head, throwOnEndOfStream: false);
            var head = buffer.AsSpan(0, Math.Min(read, Head)).ToArray();
            var macros = new MacroScan(head);
            long size = 0;
            if (!macros.IsNeeded && part is MimePart { Content: { } encoded } && Base64Size.Of(encoded) is { } told) size = told;
            else
            {
                for (; read > 0; read = stream.Read(buffer))
                {
                    macros.Add(buffer.AsSpan(0, read));
                    size += read;
                }
            }

            var kind = AttachmentKind.Of(given, part.ContentType.MimeType, head, macros.Found);
            var pixel = ImageHeader.Read(head) is { Width: <= 1, Height: <= 1 };
            return new(AttachmentName.Clean(given, kind), kind, size, part.ContentId is { Length: > 0 } id ? HeaderText.OneLine(id, 250) : null, pixel, open);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static FormatOptions LineEnds()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }

    private static string? StatedName(MimeEntity part, Repairs repairs)
    {
        var name = part.ContentDisposition?.FileName is { } given ? Unmarked(given, part.Headers[HeaderId.ContentDisposition], "filename*") : null;
        name ??= part.ContentType.Name is { } other ? Unmarked(other, part.Headers[HeaderId.ContentType], "name*") : null;
        return name is null || !name.Contains("=?", StringComparison.Ordinal) ? name : EncodedWords.Decode(name, repairs);
    }

    // RFC 2231 section 4: charset and language, or only their quotation marks, before the value. Without a charset MimeKit takes them for a part of the name.
    private static string Unmarked(string name, string? header, string parameter)
    {
        if (name is not ['\'', ..] || name.IndexOf('\'', 1) is not (> 0 and <= 9 and var mark) || header?.Contains(parameter, StringComparison.OrdinalIgnoreCase) != true) return name;
        name = name[(mark + 1)..];
        return Ascii.IsValid(name) || name.Any(sign => sign > 0xFF) ? name : CharsetGuess.Of(Encoding.Latin1.GetBytes(name)).GetString(Encoding.Latin1.GetBytes(name));
    }

    private static string? MessageName(MessagePart part, Repairs repairs) =>
        part.Message?.Headers[HeaderId.Subject] is { Length: > 0 } subject
            ? EncodedWords.Decode(subject, repairs).Replace('/', '-').Replace('\\', '-').Replace('.', ' ') + ".eml"
            : null;

    // A message or a group of parts within the message has no content of its own: it is written out.
    private static MemoryStream Written(MimeEntity part)
    {
        var bytes = new MemoryStream();
        if (part is MessagePart { Message: { } message }) message.WriteTo(WithLineEnds, bytes);
        else part.WriteTo(WithLineEnds, bytes, contentOnly: true);
        bytes.Position = 0;
        return bytes;
    }
}

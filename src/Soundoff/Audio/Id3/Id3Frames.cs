using System.Buffers.Binary;
using System.Text;
using Soundoff.Chapters;

namespace Soundoff.Audio.Id3;

/// <summary>What the frames of a tag mean.</summary>
internal static class Id3Frames
{
    private const byte FrontCover = 3;

    /// <summary>Our name for a frame; null for one that nobody asks about.</summary>
    public static string? Name(string id) => id switch
    {
        "TIT2" or "TT2" => "title",
        "TPE1" or "TP1" => "artist",
        "TALB" or "TAL" => "album",
        "TCON" or "TCO" => "genre",
        "TRCK" or "TRK" => "track",
        "TDRL" or "TDRC" => "date",
        "COMM" or "COM" => "comment",
        "TDES" => "description",
        "APIC" or "PIC" => "picture",
        "CHAP" => "chapter",
        _ => null,
    };

    /// <summary>Reads a frame's content into the draft.</summary>
    public static void Read(string name, ReadOnlyMemory<byte> content, int version, AudioDraft draft)
    {
        var bytes = content.Span;
        if (bytes.Length < 2) return;
        switch (name)
        {
            case "comment": Comment(bytes, draft); break;
            case "description": draft.Tag("comment", Id3Text.First(bytes[0], bytes[1..])); break;
            case "chapter": if (Chapter(bytes, version) is { } chapter) draft.Take(chapter); break;
            case "picture":
                if (PictureHead(bytes, version) is { } head && head.Length < bytes.Length) draft.Take(EmbeddedPictures.Of(content[head.Length..]), head.IsFront);
                break;
            case "genre": draft.Tag(name, Genre(Id3Text.First(bytes[0], bytes[1..]))); break;
            default: draft.Tag(name, Id3Text.First(bytes[0], bytes[1..])); break;
        }
    }

    /// <summary>Bytes before the picture itself, and whether it is the front cover.</summary>
    public static (int Length, bool IsFront)? PictureHead(ReadOnlySpan<byte> bytes, int version)
    {
        if (bytes.Length < 6) return null;
        var encoding = bytes[0];
        // v2.2 has three letters ("JPG") where later versions have a media type and its terminator.
        var at = version == 2 ? 4 : bytes[1..].IndexOf((byte)0) is >= 0 and var end ? end + 2 : -1;
        if (at < 0 || at >= bytes.Length) return null;
        var front = bytes[at++] == FrontCover;
        at += Id3Text.End(encoding, bytes[at..]) + Id3Text.Terminator(encoding);
        return at <= bytes.Length ? (at, front) : null;
    }

    // Players write their own settings as comments with a name; those of a publisher have none.
    private static void Comment(ReadOnlySpan<byte> bytes, AudioDraft draft)
    {
        if (bytes.Length < 5) return;
        var text = bytes[4..];
        var end = Id3Text.End(bytes[0], text);
        var named = Id3Text.First(bytes[0], text[..end]);
        var from = end + Id3Text.Terminator(bytes[0]);
        if (from < text.Length && named?.StartsWith("iTun", StringComparison.Ordinal) != true) draft.Tag("comment", Id3Text.First(bytes[0], text[from..]));
    }

    // ID3v2 Chapter Frame Addendum 1.0: element id, four times in milliseconds and bytes, then frames.
    private static Chapter? Chapter(ReadOnlySpan<byte> bytes, int version)
    {
        var at = bytes.IndexOf((byte)0) + 1;
        if (at <= 0 || at + 16 > bytes.Length) return null;
        var start = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
        var end = BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 4)..]);
        if (start == uint.MaxValue) return null;
        string? title = null;
        Uri? link = null;
        for (at += 16; at + 10 < bytes.Length;)
        {
            var id = bytes.Slice(at, 4);
            var size = version == 4 ? Id3Header.Synchsafe(bytes[(at + 4)..]) ?? -1 : (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 4)..]), int.MaxValue);
            at += 10;
            if (size <= 0 || size > bytes.Length - at) break;
            var content = bytes.Slice(at, size);
            if (id.SequenceEqual("TIT2"u8)) title ??= Id3Text.First(content[0], content[1..]);
            else if (id.SequenceEqual("WXXX"u8)) link ??= Link(content);
            at += size;
        }

        return new()
        {
            Start = TimeSpan.FromMilliseconds(start),
            End = end > start && end != uint.MaxValue ? TimeSpan.FromMilliseconds(end) : null,
            Title = title ?? "",
            Link = link,
            Listed = title is not null,
        };
    }

    private static Uri? Link(ReadOnlySpan<byte> content)
    {
        var from = 1 + Id3Text.End(content[0], content[1..]) + Id3Text.Terminator(content[0]);
        return from < content.Length && Uri.TryCreate(Encoding.Latin1.GetString(content[from..]).Trim('\0', ' '), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
    }

    // ID3v1's numbers, in parentheses or alone, name genres that podcasts do not use.
    private static string? Genre(string? written)
    {
        var name = written is ['(', ..] && written.IndexOf(')', StringComparison.Ordinal) is > 0 and var end ? written[(end + 1)..].Trim() : written;
        return string.IsNullOrEmpty(name) || name.All(char.IsAsciiDigit) ? null : name;
    }
}

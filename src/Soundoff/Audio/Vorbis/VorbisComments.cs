using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace Soundoff.Audio.Vorbis;

/// <summary>The comments of Ogg Vorbis, Opus and FLAC files: <c>NAME=text</c> in UTF-8, after the name of the program that wrote them.</summary>
internal static class VorbisComments
{
    /// <summary>Bytes that are read of comments in a file that has its pictures elsewhere.</summary>
    public const int Longest = 256 * 1024;

    private const int Most = 10_000;
    private const int LongestName = 64;

    /// <summary>Reads comments into the draft, as many as are whole.</summary>
    public static void Read(ReadOnlyMemory<byte> bytes, AudioDraft draft)
    {
        var chapters = new VorbisChapters();
        foreach (var comment in Split(bytes))
        {
            var equals = comment.Span[..Math.Min(comment.Length, LongestName)].IndexOf((byte)'=');
            if (equals <= 0) continue;
            var (name, value) = (Encoding.ASCII.GetString(comment.Span[..equals]).ToUpperInvariant(), comment[(equals + 1)..]);
            if (name == "METADATA_BLOCK_PICTURE") Picture(value, draft);
            else if (Name(name) is { } tag) draft.Tag(tag, AudioTagText.Utf8(value.Span));
            else if (name.StartsWith("CHAPTER", StringComparison.Ordinal)) chapters.Add(name, AudioTagText.Utf8(value.Span));
        }

        chapters.Finish(draft);
    }

    /// <summary>Bytes that are still missing of the comment that these break off in; 0 when they break off in none.</summary>
    public static long Missing(ReadOnlySpan<byte> bytes)
    {
        long at = 0;
        for (var field = 0; field < Most && at + 4 <= bytes.Length; field++)
        {
            // The second number is not a length but a count.
            at += 4 + (field == 1 ? 0L : BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at..]));
        }

        return Math.Max(0, at - bytes.Length);
    }

    /// <summary>Our name for a tag; null for one that nobody asks about.</summary>
    public static TagName? Name(string name) => name switch
    {
        "TITLE" => TagName.Title,
        "ARTIST" => TagName.Artist,
        "ALBUM" => TagName.Album,
        "DESCRIPTION" or "COMMENT" or "SUMMARY" or "SYNOPSIS" => TagName.Comment,
        "GENRE" => TagName.Genre,
        "DATE" => TagName.Date,
        "TRACKNUMBER" => TagName.Track,
        _ => null,
    };

    private static IEnumerable<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> bytes)
    {
        if (Take(ref bytes) is null || bytes.Length < 4) yield break;
        bytes = bytes[4..];
        for (var count = 0; count < Most && Take(ref bytes) is { } comment; count++) yield return comment;
    }

    private static ReadOnlyMemory<byte>? Take(ref ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < 4) return null;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span);
        if (length > bytes.Length - 4) return null;
        var field = bytes.Slice(4, (int)length);
        bytes = bytes[(4 + (int)length)..];
        return field;
    }

    private static void Picture(ReadOnlyMemory<byte> base64, AudioDraft draft)
    {
        var block = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        if (Base64.DecodeFromUtf8(base64.Span, block, out _, out var length) == OperationStatus.Done)
            Flac.FlacPicture.Offer(block.AsMemory(0, length), draft);
    }
}

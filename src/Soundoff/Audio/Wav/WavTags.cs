using System.Buffers.Binary;

namespace Soundoff.Audio.Wav;

/// <summary>Tags of WAV files: a LIST chunk of the kind INFO, and broadcasters' bext (EBU Tech 3285).</summary>
internal static class WavTags
{
    /// <summary>Bytes of a LIST that are read.</summary>
    public const int Longest = 64 * 1024;

    /// <summary>Bytes of a bext chunk that are read: description, originator and its reference, date and time.</summary>
    public const int BroadcastLength = 256 + 32 + 32 + 10 + 8;

    private const int DateAt = 256 + 32 + 32;

    /// <summary>Reads a LIST's content; lists of other kinds hold no tags.</summary>
    public static void Info(ReadOnlySpan<byte> content, AudioDraft draft)
    {
        if (!content.StartsWith("INFO"u8)) return;
        for (var at = 4; at + 8 <= content.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(content[(at + 4)..]);
            var text = content[(at + 8)..];
            if (size > text.Length) return;
            if (Name(content.Slice(at, 4)) is { } name) draft.Tag(name, Text(text[..(int)size]));
            at += 8 + (int)(size + (size & 1));
        }
    }

    /// <summary>Reads a bext chunk: its description, and the day it was made.</summary>
    public static void Broadcast(ReadOnlySpan<byte> content, AudioDraft draft)
    {
        if (content.Length < BroadcastLength) return;
        draft.Tag(TagName.Comment, Text(content[..256]));
        // Written with any of several separators.
        if (Text(content.Slice(DateAt, 10)) is { Length: 10 } date) draft.Tag(TagName.Date, $"{date[..4]}-{date[5..7]}-{date[8..]}");
    }

    private static TagName? Name(ReadOnlySpan<byte> id) =>
        id.SequenceEqual("INAM"u8) ? TagName.Title
        : id.SequenceEqual("IART"u8) ? TagName.Artist
        : id.SequenceEqual("IPRD"u8) ? TagName.Album
        : id.SequenceEqual("ICMT"u8) ? TagName.Comment
        : id.SequenceEqual("IGNR"u8) ? TagName.Genre
        : id.SequenceEqual("ICRD"u8) ? TagName.Date
        : id.SequenceEqual("IPRT"u8) || id.SequenceEqual("ITRK"u8) ? TagName.Track
        : null;

    private static string? Text(ReadOnlySpan<byte> bytes) => AudioTagText.Utf8(bytes[..(bytes.IndexOf((byte)0) is >= 0 and var end ? end : bytes.Length)]);
}

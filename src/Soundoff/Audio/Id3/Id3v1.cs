using System.Globalization;

namespace Soundoff.Audio.Id3;

/// <summary>The 128 bytes at the end of a file that begin with TAG.</summary>
internal static class Id3v1
{
    public const int Length = 128;

    /// <summary>Reads the tag into the draft, if there is one.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, AudioDraft draft)
    {
        if (bytes.Length != Length || !bytes.StartsWith("TAG"u8)) return;
        draft.Tag(TagName.Title, Text(bytes[3..33]));
        draft.Tag(TagName.Artist, Text(bytes[33..63]));
        draft.Tag(TagName.Album, Text(bytes[63..93]));
        draft.Tag(TagName.Comment, Text(bytes[97..127]));
        // Version 1.1: a zero and a number at the end of the comment.
        if (bytes[125] == 0 && bytes[126] != 0) draft.Tag(TagName.Track, bytes[126].ToString(CultureInfo.InvariantCulture));
    }

    private static string? Text(ReadOnlySpan<byte> bytes) => AudioTagText.Utf8(bytes[..(bytes.IndexOf((byte)0) is >= 0 and var end ? end : bytes.Length)]);
}

namespace Soundoff.Audio.Id3;

/// <summary>The 128 bytes at the end of a file that begin with TAG.</summary>
internal static class Id3v1
{
    public const int Length = 128;

    /// <summary>Reads the tag into the draft; whether there is one.</summary>
    public static bool Read(ReadOnlySpan<byte> bytes, AudioDraft draft)
    {
        if (bytes.Length != Length || !bytes.StartsWith("TAG"u8)) return false;
        draft.Tag("title", Text(bytes[3..33]));
        draft.Tag("artist", Text(bytes[33..63]));
        draft.Tag("album", Text(bytes[63..93]));
        if (draft.Comment is null) draft.Tag("comment", Text(bytes[97..125]));
        return true;
    }

    private static string? Text(ReadOnlySpan<byte> bytes) => AudioTagText.Latin(bytes[..(bytes.IndexOf((byte)0) is >= 0 and var end ? end : bytes.Length)]);
}

using System.Text;
using Soundoff.Files;
using Soundoff.Texts;

namespace Soundoff.Audio;

/// <summary>Text as tags hold it: trimmed, of bounded length, without NULs and other control characters.</summary>
internal static class AudioTagText
{
    /// <summary>Bytes of a text that are looked at, at most.</summary>
    public const int LongestBytes = 4 * Longest;

    private const int Longest = 8000;

    /// <summary>The text, or null when nothing is left of it.</summary>
    public static string? Clean(string? text)
    {
        if (text is null) return null;
        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var c in text)
        {
            if (clean.Length >= Longest && !char.IsLowSurrogate(c)) break;
            if (SoftBreak.Is(c)) clean.Append(' ');
            else if (c is '\n' or '\r' or '\t' || (!char.IsControl(c) && c != '\uFEFF')) clean.Append(c);
        }

        var result = clean.ToString().ReplaceLineEndings("\n").Trim();
        return result.Length > 0 ? result : null;
    }

    /// <summary>UTF-8, or what old programs wrote instead of it; also for fields that should be ISO 8859-1, where many write UTF-8.</summary>
    public static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        bytes = Cut(bytes);
        return Clean(System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : TextFile.FromWindows1252(bytes));
    }

    // No more than is kept, and no half character at the cut.
    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= LongestBytes) return bytes;
        var end = LongestBytes;
        while (end > LongestBytes - 4 && (bytes[end] & 0xC0) == 0x80) end--;
        return bytes[..end];
    }
}

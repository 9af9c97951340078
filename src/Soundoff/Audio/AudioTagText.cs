using System.Text;

namespace Soundoff.Audio;

/// <summary>Text as tags hold it: trimmed, of bounded length, without NULs and other control characters.</summary>
internal static class AudioTagText
{
    private const int Longest = 8000;

    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>The text, or null when nothing is left of it.</summary>
    public static string? Clean(string? text)
    {
        if (text is null) return null;
        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= Longest) break;
            if (rune.Value is '\n' or '\r' or '\t' || !Rune.IsControl(rune)) clean.Append(rune.ToString());
        }

        var result = clean.ToString().ReplaceLineEndings("\n").Trim().Trim('\uFEFF');
        return result.Length > 0 ? result : null;
    }

    /// <summary>UTF-8, or what old programs wrote instead of it.</summary>
    public static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Clean(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return Clean(Encoding.Latin1.GetString(bytes));
        }
    }

    /// <summary>ISO 8859-1 by name; many programs write UTF-8 there, which is told by its shape.</summary>
    public static string? Latin(ReadOnlySpan<byte> bytes) => Utf8(bytes);
}

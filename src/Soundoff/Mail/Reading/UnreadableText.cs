using System.Globalization;

namespace Soundoff.Mail.Reading;

/// <summary>Tells what only claims to be text: sound, programs, noise. Letters in any script and any charset hold next to nothing that is no character.</summary>
internal static class UnreadableText
{
    // One in twenty, and more than a line that was damaged on its way.
    private const int Share = 20;
    private const int Least = 16;

    public static bool Is(ReadOnlySpan<char> text)
    {
        var odd = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (char.IsHighSurrogate(sign) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (sign is '\uFFFD' || (char.IsControl(sign) && sign is not ('\t' or '\n' or '\r' or '\f' or '\u001B' or '\u0085')) || char.IsSurrogate(sign)
                || char.GetUnicodeCategory(sign) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse) odd++;
        }

        return odd >= Least && (long)odd * Share > text.Length;
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Soundoff.Mail.Reading;

/// <summary>Tells whether two deliveries carry the same letter, whatever a relay did to its line ends and spaces.</summary>
internal static class BodyHash
{
    /// <summary>SHA-256 over UTF-8, every run of white space one space, none at the ends; 64 lower case hexadecimal digits.</summary>
    public static string Of(string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<char> folded = stackalloc char[512];
        Span<byte> bytes = stackalloc byte[3 * 512];
        var encoder = Encoding.UTF8.GetEncoder();
        var length = 0;
        var space = false;
        foreach (var sign in text.AsSpan().Trim())
        {
            if (char.IsWhiteSpace(sign))
            {
                space = true;
                continue;
            }

            if (length + 2 > folded.Length) Flush(folded[..length], bytes);
            if (space) folded[length++] = ' ';
            folded[length++] = sign;
            space = false;
        }

        Flush(folded[..length], bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Flush(ReadOnlySpan<char> signs, Span<byte> room)
        {
            hash.AppendData(room[..encoder.GetBytes(signs, room, flush: false)]);
            length = 0;
        }
    }
}

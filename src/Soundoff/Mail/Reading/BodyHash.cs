using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Soundoff.Mail.Reading;

/// <summary>Tells whether two deliveries carry the same letter, whatever a relay did to its line ends and spaces.</summary>
internal static class BodyHash
{
    private const int Block = 4096;

    private static readonly SearchValues<char> Spaces = SearchValues.Create(string.Concat(Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(char.IsWhiteSpace)));

    /// <summary>SHA-256 over UTF-8, one space after every word, whatever white space the message has; 64 lower case hexadecimal digits.</summary>
    public static string Of(string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(Block)];
        var folded = new char[Block];
        var length = 0;
        foreach (var word in Words(text))
        {
            var signs = text.AsSpan(word);
            if (length + signs.Length + 1 > Block) Flush();
            if (signs.Length >= Block) hash.AppendData(Encoding.UTF8.GetBytes([.. signs, ' ']));
            else
            {
                signs.CopyTo(folded.AsSpan(length));
                length += signs.Length;
                folded[length++] = ' ';
            }
        }

        Flush();
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Flush()
        {
            hash.AppendData(bytes, 0, Encoding.UTF8.GetBytes(folded.AsSpan(0, length), bytes));
            length = 0;
        }
    }

    private static IEnumerable<Range> Words(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny(Spaces);
            var end = length < 0 ? text.Length : at + length;
            if (end > at) yield return at..end;
            at = end + 1;
        }
    }
}

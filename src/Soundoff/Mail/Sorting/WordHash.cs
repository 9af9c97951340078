using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Soundoff.Mail.Sorting;

/// <summary>Tells whether two deliveries carry the same letter, whatever a relay did to its line ends and spaces.</summary>
internal static class WordHash
{
    private const int Block = 16 * 1024;

    private static readonly SearchValues<char> Spaces = SearchValues.Create(string.Concat(Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(char.IsWhiteSpace)));

    // In a text without these, words that stand in one line stand one space apart.
    private static readonly SearchValues<char> OddSpaces = SearchValues.Create(string.Concat(Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(c => char.IsWhiteSpace(c) && c is not (' ' or '\n'))));

    /// <summary>SHA-256 over UTF-8, one space after every word, whatever white space the text has; 64 lower case hexadecimal digits.</summary>
    public static string Of(string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var folded = ArrayPool<byte>.Shared.Rent(Block);
        var length = 0;
        var isFolded = !text.AsSpan().ContainsAny(OddSpaces) && !text.Contains("  ", StringComparison.Ordinal);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            if (isFolded) Add(line.Trim(' '));
            else
                foreach (var word in line.SplitAny(Spaces))
                    Add(line[word]);
        }

        hash.AppendData(folded, 0, length);
        ArrayPool<byte>.Shared.Return(folded);
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(ReadOnlySpan<char> signs)
        {
            if (signs.IsEmpty) return;
            if (signs.Length * 3 + 1 > folded.Length - length)
            {
                hash.AppendData(folded, 0, length);
                length = 0;
            }

            // One that is longer than any block goes alone.
            if (signs.Length * 3 + 1 > folded.Length) hash.AppendData(Encoding.UTF8.GetBytes([.. signs, ' ']));
            else
            {
                length += Encoding.UTF8.GetBytes(signs, folded.AsSpan(length));
                folded[length++] = (byte)' ';
            }
        }
    }
}

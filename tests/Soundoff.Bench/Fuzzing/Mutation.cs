using System.Text;

namespace Soundoff.Bench.Fuzzing;

/// <summary>Changes seeds by what they are made of: lines, words and signs of texts, numbers in bytes. The same number gives the same change.</summary>
/// <param name="seeds">What there is to change and to splice.</param>
internal sealed class Mutation(IReadOnlyList<(string File, byte[] Bytes)> seeds)
{
    private const int Largest = 512 * 1024;
    private const int MostRepeats = 20_000;

    private static readonly string[] Signs =
    [
        "[", "](", "](x)", "![", "<", "<a ", "</", "<div>", "<table>", "<!--", "-->", "]]>", "&", "&#0;", "&nbsp;", "*", "**", "_", "`", "```\n", "> ", "- ", "1. ", "#", "|", "\\", "---\n", "...\n",
        "{", "}", "[[", "{{", "{%", "%}", "}}", "{% if a %}", "| append: s", "\"", "'", ":", ": ", ",", ";", "@", "=", "=?utf-8?B?", "?=", "=?utf-8?Q?=", "\r\n", "\n", "\n\n", "\t", " ", "\u00A0",
        "\u200B", "\uFEFF", "\u202E", "\0", "\\ud800", "&a", "*a", "<<: *a", "!!binary ", "--fuzz\r\n", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", "Content-Transfer-Encoding: base64\r\n",
        "Received: from a\r\n", "begin 644 a\n", "00:00:01.000 --> 00:00:02.000\n", "99:99", "[email", "protected]", "https://", "a@b.cc ", "Jane Doe, historian, ", "é", "日本", "\uD83D\uDE00", "(", ")", "((", "«", "„",
    ];

    private static readonly string[] Numbers = ["0", "-1", "1", "255", "65536", "2147483647", "2147483648", "4294967295", "9223372036854775807", "1e308", "1e-308", "NaN", "99999999999999999999", "0x", "-0"];

    /// <summary>The input of a number.</summary>
    public (string File, byte[] Bytes) Of(int seed, int number)
    {
        var chance = new Random(HashCode(seed, number));
        var (file, bytes) = seeds[chance.Next(seeds.Count)];
        for (var changes = 1 + chance.Next(4); changes > 0; changes--) bytes = Changed(bytes, chance);
        return (file, bytes.Length > Largest ? bytes[..Largest] : bytes);
    }

    // .NET's own differs from run to run.
    private static int HashCode(int seed, int number) => unchecked((seed * 486187739) ^ (number * (int)2654435761) ^ (number >>> 15));

    private byte[] Changed(byte[] bytes, Random chance)
    {
        var at = chance.Next(bytes.Length + 1);
        var length = Math.Min(bytes.Length - at, 1 + (int)Math.Pow(2, chance.NextDouble() * 12));
        switch (chance.Next(12))
        {
            case 0: return [.. bytes[..at], .. bytes[(at + length)..]];
            case 1: return [.. bytes[..at], .. Repeated(bytes[at..(at + length)], chance), .. bytes[at..]];
            case 2: return [.. bytes[..at], .. Repeated(Encoding.UTF8.GetBytes(Signs[chance.Next(Signs.Length)]), chance), .. bytes[at..]];
            case 3: return [.. bytes[..at], .. Nested(chance), .. bytes[at..]];
            case 4: return WithNumber(bytes, at, chance);
            case 5: return Spliced(bytes, at, chance);
            case 6: return bytes[..at];
            case 7: return Lines(bytes, chance);
            case 8: return WithExtreme(bytes, at, chance);
            case 9: return [.. bytes[..at], .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1 + chance.Next(30)).Select(_ => Signs[chance.Next(Signs.Length)]))), .. bytes[at..]];
            default:
                var flipped = bytes.ToArray();
                for (var i = 1 + chance.Next(8); i > 0 && flipped.Length > 0; i--) flipped[chance.Next(flipped.Length)] ^= (byte)(1 << chance.Next(8));
                return flipped;
        }
    }

    private static byte[] Repeated(byte[] part, Random chance)
    {
        if (part.Length == 0) return part;
        var times = Math.Min((int)Math.Pow(2, chance.NextDouble() * Math.Log2(MostRepeats)), Largest / part.Length);
        return [.. Enumerable.Repeat(part, Math.Max(1, times)).SelectMany(bytes => bytes)];
    }

    private static byte[] Nested(Random chance)
    {
        (string Open, string Close)[] pairs = [("<div>", "</div>"), ("[", "](x)"), ("> ", ""), ("{\"a\":", "}"), ("[", "]"), ("{% if a %}", "{% endif %}"), ("- ", ""), ("(", ")"), ("<b><i>", "</b>"), ("*a ", "*")];
        var (open, close) = pairs[chance.Next(pairs.Length)];
        var depth = 1 << chance.Next(14);
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, depth)) + "x" + string.Concat(Enumerable.Repeat(close, depth)));
    }

    private static byte[] WithNumber(byte[] bytes, int at, Random chance)
    {
        var start = Array.FindIndex(bytes, at, b => b is >= (byte)'0' and <= (byte)'9');
        if (start < 0) return bytes;
        var end = start;
        while (end < bytes.Length && bytes[end] is >= (byte)'0' and <= (byte)'9') end++;
        return [.. bytes[..start], .. Encoding.ASCII.GetBytes(Numbers[chance.Next(Numbers.Length)]), .. bytes[end..]];
    }

    private byte[] Spliced(byte[] bytes, int at, Random chance)
    {
        var other = seeds[chance.Next(seeds.Count)].Bytes;
        return [.. bytes[..at], .. other[chance.Next(other.Length + 1)..]];
    }

    private static byte[] Lines(byte[] bytes, Random chance)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n');
        for (var i = 1 + chance.Next(5); i > 0; i--) lines[chance.Next(lines.Length)] = lines[chance.Next(lines.Length)];
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    // Sizes and offsets of binary files are four bytes, or eight, in either order.
    private static byte[] WithExtreme(byte[] bytes, int at, Random chance)
    {
        byte[][] extremes = [[0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [0x80, 0, 0, 0], [0, 0, 0, 1], [1, 0, 0, 0], [0, 1, 0, 0]];
        var extreme = extremes[chance.Next(extremes.Length)];
        if (at + 4 > bytes.Length) return bytes;
        return [.. bytes[..at], .. extreme, .. bytes[(at + 4)..]];
    }
}

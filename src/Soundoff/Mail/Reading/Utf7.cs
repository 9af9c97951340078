using System.Text;

namespace Soundoff.Mail.Reading;

/// <summary>RFC 2152, which old programs still send and .NET no longer reads. Reading only.</summary>
internal sealed class Utf7 : Encoding
{
    public static readonly Encoding Encoding = new Utf7();

    private Utf7()
        : base(65000)
    {
    }

    public override string WebName => "utf-7";

    public override int GetCharCount(byte[] bytes, int index, int count) => Text(bytes.AsSpan(index, count)).Length;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var text = Text(bytes.AsSpan(byteIndex, byteCount));
        text.CopyTo(chars.AsSpan(charIndex));
        return text.Length;
    }

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetByteCount(char[] chars, int index, int count) => throw new NotSupportedException("UTF-7 is read, never written.");

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => throw new NotSupportedException("UTF-7 is read, never written.");

    public override int GetMaxByteCount(int charCount) => throw new NotSupportedException("UTF-7 is read, never written.");

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '+') text.Append((char)bytes[i]);
            else if (bytes[i..] is [_, (byte)'-', ..])
            {
                text.Append('+');
                i++;
            }
            else i = Shifted(bytes, i + 1, text);
        }

        return text.ToString();
    }

    // Base64 of UTF-16, most significant byte first, up to the first byte that is none; a "-" there is swallowed.
    private static int Shifted(ReadOnlySpan<byte> bytes, int at, StringBuilder text)
    {
        var bits = 0;
        var count = 0;
        for (; at < bytes.Length && Value(bytes[at]) is >= 0 and var value; at++)
        {
            bits = (bits << 6 | value) & 0x3FFFFF;
            count += 6;
            if (count < 16) continue;
            count -= 16;
            text.Append((char)(bits >> count & 0xFFFF));
        }

        return at < bytes.Length && bytes[at] == '-' ? at : at - 1;
    }

    private static int Value(byte sign) => sign switch
    {
        >= (byte)'A' and <= (byte)'Z' => sign - 'A',
        >= (byte)'a' and <= (byte)'z' => sign - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => sign - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}

using System.Text;

namespace Soundoff.Mail.Reading;

/// <summary>A charset of single bytes: ASCII, and a table for what is above it. Reading only.</summary>
/// <param name="name">As messages call it.</param>
/// <param name="high">What the bytes 0x80 to 0xFF stand for.</param>
internal sealed class SingleByteEncoding(string name, string high) : Encoding
{
    public override string WebName => name;

    public override bool IsSingleByte => true;

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++)
        {
            var value = bytes[byteIndex + i];
            chars[charIndex + i] = value < 0x80 ? (char)value : high[value - 0x80];
        }

        return byteCount;
    }

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetByteCount(char[] chars, int index, int count) => throw new NotSupportedException("It is read, never written.");

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => throw new NotSupportedException("It is read, never written.");

    public override int GetMaxByteCount(int charCount) => throw new NotSupportedException("It is read, never written.");
}

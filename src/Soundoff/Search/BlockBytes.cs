using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Soundoff.Search;

/// <summary>Bytes of an <see cref="IndexBlock"/> as they are written.</summary>
internal sealed class BlockBytes
{
    /// <summary>What a nibble holds at most; that much and more is followed by a number.</summary>
    public const int Nibble = 15;

    private readonly ArrayBufferWriter<byte> bytes = new(1024);

    public int Length => bytes.WrittenCount;

    public ReadOnlySpan<byte> Span => bytes.WrittenSpan;

    public void Raw(ReadOnlySpan<byte> span) => bytes.Write(span);

    public void Fixed(ushort number)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.GetSpan(sizeof(ushort)), number);
        bytes.Advance(sizeof(ushort));
    }

    public void Fixed(uint number)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.GetSpan(sizeof(uint)), number);
        bytes.Advance(sizeof(uint));
    }

    /// <summary>LEB128, unsigned.</summary>
    public void Number(int number)
    {
        for (; number > 0x7F; number >>= 7) Byte((byte)(number | 0x80));
        Byte((byte)number);
    }

    /// <summary>A text, without what it shares with the one before.</summary>
    public void Text(string before, string text)
    {
        var (old, now) = (Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(text));
        var shared = old.AsSpan().CommonPrefixLength(now);
        var rest = now.Length - shared;
        Byte((byte)(Math.Min(shared, Nibble) << 4 | Math.Min(rest, Nibble)));
        if (shared >= Nibble) Number(shared - Nibble);
        if (rest >= Nibble) Number(rest - Nibble);
        Raw(now.AsSpan(shared));
    }

    /// <summary>Ascending numbers, each by how many lie between it and the one before.</summary>
    public void Gaps(IEnumerable<int> numbers)
    {
        var next = 0;
        foreach (var number in numbers)
        {
            Number(number - next);
            next = number + 1;
        }
    }

    /// <summary>Numbers below a limit, a bit for each, the lowest first.</summary>
    public void Bitmap(IEnumerable<int> numbers, int limit)
    {
        Span<byte> map = new byte[(limit + 7) / 8];
        foreach (var number in numbers) map[number / 8] |= (byte)(1 << number % 8);
        Raw(map);
    }

    private void Byte(byte value)
    {
        bytes.GetSpan(1)[0] = value;
        bytes.Advance(1);
    }
}

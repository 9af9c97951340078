using System.Buffers.Binary;
using System.Text;

namespace Soundoff.Search;

/// <summary>Reads a whole <see cref="IndexBlock"/> back, so that an episode can be put in and out without those beside it. Throws on what is none.</summary>
internal ref struct BlockReading
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> block;
    private int at;

    private BlockReading(ReadOnlySpan<byte> block, int at)
    {
        this.block = block;
        this.at = at;
    }

    public static IReadOnlyList<IndexedEpisode> Of(ReadOnlySpan<byte> block)
    {
        var episodes = BinaryPrimitives.ReadUInt16LittleEndian(block[4..]);
        var head = (int)BinaryPrimitives.ReadUInt32LittleEndian(block[8..]);
        var terms = new List<IndexedTerm>[episodes];
        for (var i = 0; i < episodes; i++) terms[i] = [];
        const int entry = 2 * IndexBlock.IdLength;

        var table = new BlockReading(block[..head], IndexBlock.Fixed);
        var page = head + episodes * entry;
        byte[] separator = [];
        while (table.at < head)
        {
            separator = table.Bytes(separator);
            var end = Math.Min(page + IndexBlock.PageSize + table.Number(), block.Length);
            new BlockReading(block[..end], page).Page(terms);
            page = end;
        }

        var read = new List<IndexedEpisode>(episodes);
        for (var i = 0; i < episodes; i++)
        {
            var names = block.Slice(head + i * entry, entry);
            read.Add(new(Convert.ToHexStringLower(names[..IndexBlock.IdLength]), Convert.ToHexStringLower(names[IndexBlock.IdLength..]), terms[i]));
        }

        return read;
    }

    private void Page(List<IndexedTerm>[] terms)
    {
        byte[] last = [];
        while (at < block.Length)
        {
            last = Bytes(last);
            var term = Utf8.GetString(last);
            var number = Number();
            var count = number / 2;
            var places = IndexBlock.IsBitmap(count, terms.Length) ? Bitmap(terms.Length) : Gaps(count);
            var subjects = number % 2 == 1 ? Gaps(Number()).ToHashSet() : [];
            foreach (var place in places) terms[place].Add(new(term, subjects.Contains(place)));
        }
    }

    private byte[] Bytes(byte[] before)
    {
        var lengths = block[at++];
        int shared = lengths >> 4, rest = lengths & BlockBytes.Nibble;
        if (shared == BlockBytes.Nibble) shared += Number();
        if (rest == BlockBytes.Nibble) rest += Number();
        byte[] text = [.. before.AsSpan(0, shared), .. block.Slice(at, rest)];
        at += rest;
        return text;
    }

    private int Number()
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = block[at++];
            number |= (next & 0x7F) << shift;
            if (next < 0x80) return number;
        }
    }

    private List<int> Gaps(int count)
    {
        var numbers = new List<int>();
        for (var next = 0; numbers.Count < count; next = numbers[^1] + 1) numbers.Add(next + Number());
        return numbers;
    }

    private List<int> Bitmap(int limit)
    {
        var numbers = new List<int>();
        for (var i = 0; i < limit; i++)
            if ((block[at + i / 8] >> i % 8 & 1) == 1) numbers.Add(i);
        at += (limit + 7) / 8;
        return numbers;
    }
}

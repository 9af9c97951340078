using System.Text;

namespace Soundoff.Search;

/// <summary>
/// The index of a month's or a year's episodes as one file, of which a search reads a few hundred bytes by ranges. The same episodes give the same bytes.
/// </summary>
/// <remarks>
/// <code>
/// "sof1", u16 episodes, u16 pages, u32 length of the head (little-endian)
/// the head goes on: per page, the first term that may stand on it, as short as tells it from the page before, and by how many bytes it is longer than
///     <see cref="PageSize"/>; the last page ends where the block does
/// per episode: six bytes of its id, six of its text's tag
/// the pages: per term, the term without what it shares with the one before; (episodes × 2 + 1 if some of them have it for a subject);
///     the episodes as gaps, or as a bitmap where that is shorter; then, as a count and gaps, those that have it for a subject
/// </code>
/// Numbers are LEB128. A term is a byte of two nibbles, what is shared and what follows in bytes of UTF-8 (15: a number more follows), then what follows.
/// Terms are in the order of UTF-16, and each page's first shares nothing.
/// </remarks>
public static class IndexBlock
{
    /// <summary>Bytes of a page from which on the next one begins: a search reads one per term and block.</summary>
    public const int PageSize = 768;

    /// <summary>Bytes before the first page's entry in the head.</summary>
    internal const int Fixed = 12;

    internal const int IdLength = 6;

    internal static ReadOnlySpan<byte> Mark => "sof1"u8;

    /// <param name="episodes">In the order of hits: newest first. At most 65,535.</param>
    public static byte[] Write(IReadOnlyList<IndexedEpisode> episodes)
    {
        var head = new BlockBytes();
        var pages = new List<byte[]>();
        var page = new BlockBytes();
        string? last = null;
        var separator = "";
        foreach (var (term, places) in Inverted(episodes))
        {
            if (page.Length >= PageSize) Turn();
            if (page.Length == 0)
            {
                var next = Separator(last, term);
                head.Text(separator, next);
                (separator, last) = (next, null);
            }

            page.Text(last ?? "", term);
            Postings(page, places, episodes.Count);
            last = term;
        }

        if (page.Length > 0) Turn();

        var block = new BlockBytes();
        block.Raw(Mark);
        block.Fixed((ushort)episodes.Count);
        block.Fixed((ushort)pages.Count);
        block.Fixed((uint)(Fixed + head.Length));
        block.Raw(head.Span);
        foreach (var episode in episodes)
        {
            block.Raw(Convert.FromHexString(episode.Id));
            block.Raw(Convert.FromHexString(episode.Tag));
        }

        foreach (var written in pages) block.Raw(written);
        return block.Span.ToArray();

        void Turn()
        {
            pages.Add(page.Span.ToArray());
            head.Number(Math.Max(0, page.Length - PageSize));
            page = new();
        }
    }

    /// <summary>The episodes of a block, in its order; null for what is none of this engine's.</summary>
    public static IReadOnlyList<IndexedEpisode>? Read(ReadOnlySpan<byte> block)
    {
        if (block.Length < Fixed || !block.StartsWith(Mark)) return null;
        try
        {
            return BlockReading.Of(block);
        }
        catch (Exception broken) when (broken is IndexOutOfRangeException or ArgumentOutOfRangeException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static SortedDictionary<string, List<Place>> Inverted(IReadOnlyList<IndexedEpisode> episodes)
    {
        var terms = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        for (var i = 0; i < episodes.Count; i++)
        {
            foreach (var (term, isSubject) in episodes[i].Terms)
            {
                if (!terms.TryGetValue(term, out var places)) terms[term] = places = [];
                places.Add(new(i, isSubject));
            }
        }

        return new(terms, StringComparer.Ordinal);
    }

    private static void Postings(BlockBytes page, List<Place> places, int episodes)
    {
        var subjects = places.Where(p => p.IsSubject).Select(p => p.Episode).ToList();
        page.Number(places.Count * 2 + (subjects.Count > 0 ? 1 : 0));
        if (IsBitmap(places.Count, episodes)) page.Bitmap(places.Select(p => p.Episode), episodes);
        else page.Gaps(places.Select(p => p.Episode));
        if (subjects.Count == 0) return;
        page.Number(subjects.Count);
        page.Gaps(subjects);
    }

    internal static bool IsBitmap(int count, int episodes) => count * 8 > episodes;

    // The shortest beginning of a term that stands behind the last term of the page before; no half of a surrogate pair.
    private static string Separator(string? before, string term)
    {
        for (var length = 1; before is not null && length < term.Length; length++)
            if (!char.IsHighSurrogate(term[length - 1]) && string.CompareOrdinal(term[..length], before) > 0) return term[..length];
        return before is null ? "" : term;
    }

    private readonly record struct Place(int Episode, bool IsSubject);
}

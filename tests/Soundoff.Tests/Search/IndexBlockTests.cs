using Soundoff.Search;

namespace Soundoff.Tests.Search;

public sealed class IndexBlockTests
{
    [Fact]
    public void What_was_written_is_read_back_and_the_same_episodes_give_the_same_bytes()
    {
        var episodes = Enumerable.Range(0, 70).Select(Episode).ToList();
        var block = IndexBlock.Write(episodes);
        var read = IndexBlock.Read(block)!;
        Assert.Equal(episodes.Select(e => (e.Id, e.Tag)), read.Select(e => (e.Id, e.Tag)));
        for (var i = 0; i < episodes.Count; i++) Assert.Equal(episodes[i].Terms, read[i].Terms);
        Assert.Equal(block, IndexBlock.Write(read));
    }

    [Fact]
    public void A_block_without_episodes_can_be_read() => Assert.Empty(IndexBlock.Read(IndexBlock.Write([]))!);

    [Fact]
    public void What_is_no_block_or_part_of_one_is_not_read()
    {
        var block = IndexBlock.Write([Episode(1), Episode(2)]);
        Assert.Null(IndexBlock.Read("something else entirely"u8));
        for (var length = 0; length < 200; length++) IndexBlock.Read(block.AsSpan(0, length));
    }

    // Few terms that all have, many that some have, letters of several bytes, long ones that share a beginning.
    private static IndexedEpisode Episode(int number) => new(
        $"{number:x12}",
        $"{number * 7:x12}",
        [
            .. Enumerable.Range(0, 400).Select(t => (t * 31 + number * 17) % 2000).Select(t => $"{"qzäя東𠀀"[t % 5]}term{t}").Concat(["every", $"{new string('x', 30)}{number % 4}", "ééééééééééééééééééééé" + number % 3])
                .Distinct().Order(StringComparer.Ordinal).Select((term, place) => new IndexedTerm(term, place % 9 == number % 9)),
        ]);
}

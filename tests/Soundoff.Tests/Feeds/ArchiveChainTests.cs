using CsCheck;
using Soundoff.Feeds;
using Soundoff.Site;

namespace Soundoff.Tests.Feeds;

public class ArchiveChainTests
{
    [Fact]
    public void Following_the_links_gives_every_episode_whatever_the_dates()
    {
        var days = Gen.Int[0, 900].Array[0, 60];
        Gen.Select(days, Gen.Int[1, 12]).Sample((offsets, items) =>
        {
            var dates = offsets.Select((o, i) => (Id: i, Date: new DateTimeOffset(2018, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(o))).OrderByDescending(e => e.Date).ThenBy(e => e.Id).ToList();
            var months = dates.GroupBy(e => Month.Of(e.Date)).Select(g => new MonthCount(g.Key, g.Count())).ToList();

            var seen = dates.Take(items).Select(e => e.Id).ToList();
            var documents = 0;
            for (var month = ArchiveChain.PreviousOfNewest(months, items); month is { } m; month = ArchiveChain.ArchiveOf(m, months).Previous)
            {
                seen.AddRange(dates.Where(e => Month.Of(e.Date) == m).Select(e => e.Id));
                documents++;
            }

            return documents <= months.Count && seen.Distinct().Order().SequenceEqual(Enumerable.Range(0, dates.Count));
        });
    }

    [Fact]
    public void Links_lead_forth_as_they_lead_back()
    {
        var months = new[] { new MonthCount(new(2020, 3), 2), new MonthCount(new(2020, 2), 0), new MonthCount(new(2019, 12), 1) };
        Assert.Equal(FeedPage.Archive(new(2020, 3), new(2019, 12), null), ArchiveChain.ArchiveOf(new(2020, 3), months));
        Assert.Equal(FeedPage.Archive(new(2019, 12), null, new(2020, 3)), ArchiveChain.ArchiveOf(new(2019, 12), months));
    }

    [Theory]
    [InlineData(3, 2020, 2)]
    [InlineData(2, 2020, 3)]
    public void The_newest_feed_names_the_first_month_it_does_not_hold_wholly(int items, int year, int number) => Assert.Equal(
        new Month(year, number),
        ArchiveChain.PreviousOfNewest([new MonthCount(new(2020, 3), 3), new MonthCount(new(2020, 2), 1)], items));

    [Fact]
    public void A_feed_of_everything_names_no_archive()
    {
        Assert.Null(ArchiveChain.PreviousOfNewest([new MonthCount(new(2020, 3), 500)], null));
        Assert.Null(ArchiveChain.PreviousOfNewest([new MonthCount(new(2020, 3), 5)], 5));
    }
}

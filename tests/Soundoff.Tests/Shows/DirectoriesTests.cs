using Soundoff.Shows;
using Soundoff.Shows.Podcasting;
using Soundoff.Tests.Feeds;

namespace Soundoff.Tests.Shows;

public class DirectoriesTests
{
    [Fact]
    public void A_bare_show_is_told_by_each_directory_what_to_add()
    {
        var answers = Directories.Of(ShowDefaults.For("night-desk"), languageGiven: false);

        Assert.Equal(["Apple Podcasts", "Spotify", "YouTube", "Amazon Music", "Podcast Index"], answers.Select(a => a.Directory));
        Assert.Equal([5, 4, 3, 6, 0], answers.Select(a => a.Add.Count));
        Assert.All(answers, a => Assert.Equal(a.Add.Count == 0, a.Takes));
        Assert.All(answers, a => Assert.Null(a.Move));
    }

    [Fact]
    public void A_whole_show_is_taken_by_all() => Assert.All(Directories.Of(SampleShow.Show, languageGiven: true), a => Assert.True(a.Takes));

    [Fact]
    public void A_blocked_show_is_told_so_by_those_it_blocks()
    {
        var some = SampleShow.Show with { Block = true, Tags = new ShowTags { Blocks = [new("apple", false)] } };

        Assert.Equal(["Apple Podcasts"], Directories.Of(some, true).Where(a => a.Takes).Select(a => a.Directory));
        Assert.Equal(["block: false"], Directories.Of(some, true)[1].Add);
    }

    [Fact]
    public void A_show_that_moves_is_told_what_each_directory_needs() =>
        Assert.All(Directories.Of(SampleShow.Show with { NewFeed = new("https://new.example/feed.xml") }, true), a => Assert.NotEmpty(a.Move!));
}

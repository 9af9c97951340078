using Soundoff.Cli;

namespace Soundoff.Tests.Cli.Import;

public sealed class ImportCommandTests(FeedServer server) : IClassFixture<FeedServer>, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_opml_gives_a_folder_for_each_of_its_shows()
    {
        var list = _folder.Write("shows.opml", $"""
            <opml version="2.0"><head><title>Mine</title></head><body>
              <outline text="All"><outline type="rss" text="Left Luggage" xmlUrl="{server.Address}anchor-2021/feed.xml"/></outline>
              <outline type="rss" text="Number Nine" xmlUrl="{server.Address}podbean-2012/feed.xml?a=1&b=2"/>
              <outline type="rss" text="Gone" xmlUrl="{server.Address}gone/feed.xml"/>
            </body></opml>
            """);
        var run = await CommandRun.Of("import", list, _folder.At("shows"), "--json");
        Assert.Equal(ExitCode.NotPublished, run.ExitCode);
        Assert.Equal(["Left Luggage", "Number Nine"], run.Lines.Select(show => show.GetProperty("title").GetString()));
        Assert.Equal(["left-luggage", "number-nine"], Directory.GetDirectories(_folder.At("shows")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains($"{server.Address}gone/feed.xml answers 404 (Not Found). Open the address", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_read_like_an_address_and_what_came_can_be_checked()
    {
        var feed = _folder.Write("feed.xml", (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Data", "Import", "buzzsprout-2020", "feed.xml"), TestContext.Current.CancellationToken))
            .Replace(FeedServer.Mark, server.Address.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal));
        var run = await CommandRun.Of("import", feed, _folder.At("bread"));
        Assert.Equal((ExitCode.Good, ""), (run.ExitCode, run.Error));
        Assert.Contains("2 new episodes", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"Baking\" is none of Apple's categories.", run.Output, StringComparison.Ordinal);
        var check = await CommandRun.Of("check", _folder.At("bread"));
        Assert.Equal(ExitCode.Good, check.ExitCode);
        Assert.Contains("2 episodes of 2 can be published: 0 errors", check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone/feed.xml", ExitCode.CannotRun, "answers 404")]
    [InlineData("circle/feed.xml", ExitCode.CannotRun, "redirects in a circle")]
    [InlineData("signin/feed.xml", ExitCode.CannotRun, "is no feed")]
    [InlineData("files/map.pdf", ExitCode.CannotRun, "is no feed")]
    public async Task What_is_no_feed_is_told_with_what_to_do(string path, int code, string words)
    {
        var run = await CommandRun.Of("import", server.Address + path, _folder.At("none"));
        Assert.Equal(code, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("none")));
    }

    [Fact]
    public async Task What_is_neither_an_address_nor_a_file_is_misused()
    {
        var run = await CommandRun.Of("import", "radio");
        Assert.Equal(ExitCode.Misused, run.ExitCode);
        Assert.Contains("neither an address nor a file", run.Error, StringComparison.Ordinal);
    }
}

using Soundoff.Cli;

namespace Soundoff.Tests.Cli;

public sealed class NewCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_given_stands_in_the_settings_and_all_of_it_passes_check()
    {
        var show = _folder.At("night-desk");
        var run = await CommandRun.Of("new", show, "--title", "Night Desk", "--language", "de", "--category", "Society & Culture > Documentary", "--category", "news", "--host", "Mara Lind", "--contact", "contact@radio.example");
        Assert.Equal((ExitCode.Good, ""), (run.ExitCode, run.Error));
        Assert.Equal([".gitignore", ".soundoff/show.schema.json", "cover.png", "first-episode.md", "show.yaml"],
            Directory.GetFiles(show, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(show, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
        var settings = await File.ReadAllTextAsync(Path.Combine(show, "show.yaml"), TestContext.Current.CancellationToken);
        Assert.StartsWith("# yaml-language-server: $schema=.soundoff/show.schema.json\ntitle: Night Desk\n", settings, StringComparison.Ordinal);
        Assert.Contains("categories: [Society & Culture > Documentary, News]\n", settings, StringComparison.Ordinal);
        var check = await CommandRun.Of("check", show);
        Assert.Equal(ExitCode.Good, check.ExitCode);
        Assert.Contains("1 episode of 1 can be published: 0 errors, 0 warnings.", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_there_is_asked_and_nobody_is_taken_by_what_is_usual()
    {
        var asked = await CommandRun.AskedAsync("Kettle Lane\npt_BR\nHistory; Music\nAda; Bo\ncontact@kettle.example", "new", _folder.At("kettle"));
        Assert.Equal(ExitCode.Good, asked.ExitCode);
        var settings = await File.ReadAllTextAsync(_folder.At("kettle/show.yaml"), TestContext.Current.CancellationToken);
        Assert.Contains("title: Kettle Lane\n", settings, StringComparison.Ordinal);
        Assert.Contains("language: pt-br\n", settings, StringComparison.Ordinal);
        Assert.Contains("categories: [History, Music]\n", settings, StringComparison.Ordinal);
        Assert.Contains("hosts: [Ada, Bo]\n", settings, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Good, (await CommandRun.Of("new", _folder.At("late-news"))).ExitCode);
        Assert.Contains("title: Late news\n", await File.ReadAllTextAsync(_folder.At("late-news/show.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Good, (await CommandRun.Of("check", _folder.At("late-news"))).ExitCode);
    }

    [Theory]
    [InlineData("--language", "english", "Did you mean \"en\"?")]
    [InlineData("--category", "Documentaries", "Did you mean \"Society & Culture > Documentary\"?")]
    public async Task What_directories_do_not_know_is_told_and_nothing_is_written(string option, string value, string mend)
    {
        var run = await CommandRun.Of("new", _folder.At("show"), option, value);
        Assert.Equal(ExitCode.Misused, run.ExitCode);
        Assert.Contains(mend, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("show")));
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        _folder.Write("show/show.yaml", "title: Mine\n");
        var run = await CommandRun.Of("new", _folder.At("show"));
        Assert.Equal(ExitCode.Misused, run.ExitCode);
        Assert.Equal("title: Mine\n", await File.ReadAllTextAsync(_folder.At("show/show.yaml"), TestContext.Current.CancellationToken));
    }
}

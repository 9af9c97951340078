using System.Globalization;
using Soundoff.Cli;
using Soundoff.Cli.Demo;

namespace Soundoff.Tests.Cli;

public sealed class DemoCommandTests
{
    [Fact]
    public async Task The_demo_runs_until_everything_is_live_and_ends_well()
    {
        var run = await CommandRun.Of("demo", "--exit", "--port", CommandRun.FreePort().ToString(CultureInfo.InvariantCulture));
        Assert.True(run.ExitCode == ExitCode.Good, run.Error + run.Output);
        Assert.All(DemoEpisode.All, episode => Assert.Contains(episode.Page, run.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("warning", run.Output, StringComparison.Ordinal);
        Assert.Contains("All is live", run.Output, StringComparison.Ordinal);
        Assert.All(DemoLetter.All, letter => Assert.Contains(letter.Subject, run.Output, StringComparison.Ordinal));
        Assert.Contains("/last-stop/night-bread/#letters", run.Output, StringComparison.Ordinal);
        Assert.Contains("/api/review#", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_scheduled_episode_is_thirty_days_ahead_of_every_demo()
    {
        var now = new DateTimeOffset(2031, 5, 4, 23, 30, 0, TimeSpan.FromHours(2));
        using var folder = DemoFolder.Create(now);
        var scheduled = Assert.Single(DemoEpisode.All, episode => episode.Scheduled);
        Assert.StartsWith("---\ndate: 2031-06-03T18:00:00+00:00\n", File.ReadAllText(Path.Combine(folder.Path, scheduled.Show, scheduled.Slug + ".md")), StringComparison.Ordinal);
    }
}

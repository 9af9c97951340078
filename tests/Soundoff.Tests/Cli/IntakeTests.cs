using Microsoft.Extensions.Time.Testing;
using Soundoff.Cli.Local;
using Spectre.Console;

namespace Soundoff.Tests.Cli;

public sealed class IntakeTests
{
    [Fact]
    public void Reading_and_rendering_are_shares_of_one_whole_and_a_new_burst_counts_anew()
    {
        var intake = new Intake();
        intake.ToRead(4);
        Assert.Equal((0.0, null), (intake.Count.Share, intake.Count.Left(TimeSpan.FromSeconds(9))));
        intake.Read();
        intake.Read();
        intake.Waiting(1);
        Assert.Equal(2.0 / 6, intake.Count.Share, 6);
        Assert.Equal(TimeSpan.FromSeconds(8), intake.Count.Left(TimeSpan.FromSeconds(4)));
        intake.Live();
        intake.Waiting(0);
        intake.Read();
        intake.Read();
        Assert.True(intake.Count.IsDone);
        intake.ToRead(1);
        Assert.Equal(new IntakeCount { ToRead = 1 }, intake.Count);
    }

    [Fact]
    public void A_change_that_is_read_twice_is_no_more_than_one()
    {
        var intake = new Intake();
        intake.ToRead(2);
        for (var i = 0; i < 3; i++) intake.Read();
        Assert.Equal(2, intake.Count.Read);
    }

    [Fact]
    public async Task Where_there_is_no_terminal_a_line_tells_every_three_seconds_how_far_it_is()
    {
        var clock = new FakeTimeProvider();
        var output = new LineWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) });
        var intake = new Intake();
        using var stop = new CancellationTokenSource();
        var shown = new IntakeDisplay(console, intake, clock).RunAsync(stop.Token);
        intake.ToRead(40);
        for (var i = 0; i < 20; i++) intake.Read();
        intake.Waiting(20);
        var line = await output.NextAsync(() => clock.Advance(TimeSpan.FromSeconds(1)));
        Assert.Matches(@"^progress +read 20 of 40 files, 0 of 20 episodes live, about \d+ seconds left$", line);
        await stop.CancelAsync();
        await shown;
    }

    [Fact]
    public async Task A_handful_of_files_is_not_worth_a_word()
    {
        var clock = new FakeTimeProvider();
        var output = new StringWriter();
        var intake = new Intake();
        using var stop = new CancellationTokenSource();
        var shown = new IntakeDisplay(AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) }), intake, clock).RunAsync(stop.Token);
        intake.ToRead(10);
        clock.Advance(TimeSpan.FromMinutes(1));
        await stop.CancelAsync();
        await shown;
        Assert.Empty(output.ToString());
    }

    // The display waits on its own task: time goes on until it has spoken.
    private sealed class LineWriter : StringWriter
    {
        public async Task<string> NextAsync(Action wait)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            limit.CancelAfter(TimeSpan.FromMinutes(1));
            while (true)
            {
                lock (GetStringBuilder())
                {
                    if (ToString().Split('\n') is [var line, _, ..]) return line.TrimEnd();
                }

                limit.Token.ThrowIfCancellationRequested();
                wait();
                await Task.Yield();
            }
        }
    }
}

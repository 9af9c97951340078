using Soundoff.Cli.Local;
using Soundoff.Tests.Mail;
using Spectre.Console;

namespace Soundoff.Tests.Cli;

public sealed class IntakeProgressTests
{
    [Fact]
    public void Reading_and_rendering_are_shares_of_one_whole_and_a_new_burst_counts_anew()
    {
        var intake = new IntakeProgress();
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
        var intake = new IntakeProgress();
        intake.ToRead(2);
        for (var i = 0; i < 3; i++) intake.Read();
        Assert.Equal((2, 2), (intake.Count.Read, intake.Count.ToRead));
    }

    [Fact]
    public async Task Where_there_is_no_terminal_lines_tell_how_far_it_is()
    {
        var output = new FirstLine();
        var intake = new IntakeProgress();
        intake.ToRead(40);
        for (var i = 0; i < 20; i++) intake.Read();
        intake.Waiting(20);
        var shown = RunAsync(output, intake, out var stop);
        Assert.Matches(@"^progress +read 20 of 40 files, 0 of 20 episodes live, about \d+ seconds left$", await output.Text.WaitAsync(TestContext.Current.CancellationToken));
        await stop.CancelAsync();
        await shown;
    }

    [Fact]
    public async Task A_handful_of_files_is_not_worth_a_word()
    {
        var output = new FirstLine();
        var intake = new IntakeProgress();
        intake.ToRead(10);
        var shown = RunAsync(output, intake, out var stop);
        intake.ToRead(1);
        await output.Text.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("of 11 files", await output.Text, StringComparison.Ordinal);
        await stop.CancelAsync();
        await shown;
    }

    private static Task RunAsync(TextWriter output, IntakeProgress intake, out CancellationTokenSource stop)
    {
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) });
        var display = new IntakeDisplay(console, intake, new SwiftClock(DateTimeOffset.UnixEpoch));
        var token = (stop = new()).Token;
        return Task.Run(() => display.RunAsync(token), CancellationToken.None);
    }

    // The display goes on until it is stopped, and its clock waits for nothing: no more than the first line is kept.
    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> _text = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Text => _text.Task;

        public override void Write(char value)
        {
            if (_text.Task.IsCompleted) return;
            if (value == '\n') _text.TrySetResult(ToString().TrimEnd());
            else base.Write(value);
        }

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(ReadOnlySpan<char> buffer)
        {
            foreach (var character in buffer) Write(character);
        }
    }
}

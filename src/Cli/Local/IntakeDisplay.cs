using Spectre.Console;

namespace Soundoff.Cli.Local;

/// <summary>
/// Shows how far a folder is taken in, while more than a handful of files wait: bars where the console is a terminal that can redraw, else a line every few seconds.
/// Lines that others print meanwhile stand above the bars.
/// </summary>
public sealed class IntakeDisplay(IAnsiConsole console, IntakeProgress intake, TimeProvider clock)
{
    // What is read in a moment needs no bar.
    private const int Few = 10;

    private static readonly TimeSpan Redrawn = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(3);

    /// <summary>Shows each burst of uploads until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var change = intake.Change;
                if (IsMuch(intake.Count)) await ShowAsync(stop);
                else await change.WaitAsync(stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The run ends, and what it showed with it.
        }
    }

    private static bool IsMuch(IntakeCount count) => !count.IsDone && Math.Max(count.ToUpload, count.ToRead) > Few;

    private Task ShowAsync(CancellationToken stop) => console.Profile.Capabilities is { Interactive: true, Ansi: true } ? DrawAsync(stop) : TellAsync(stop);

    private Task DrawAsync(CancellationToken stop) => console.Progress().AutoClear(true)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async bars =>
        {
            var bar = bars.AddTask("Taking in", maxValue: 1);
            while (intake.Count is { IsDone: false } count)
            {
                bar.Description = Markup.Escape(Words(count));
                bar.Value = count.Share;
                await Task.Delay(Redrawn, clock, stop);
            }
        });

    private async Task TellAsync(CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        await Task.Delay(Told, clock, stop);
        while (intake.Count is { IsDone: false } count)
        {
            var left = count.Left(clock.GetElapsedTime(began)) is { } time ? $", about {Rough(time)} left" : "";
            console.MarkupLine($"[dim]{"progress",-10} {Markup.Escape(Words(count) + left)}[/]");
            await Task.Delay(Told, clock, stop);
        }
    }

    // As: read 120 of 1,000 files, 80 of 96 episodes live.
    private static string Words(IntakeCount count) => count.Uploaded < count.ToUpload
        ? FormattableString.Invariant($"copied {count.Uploaded:N0} of {count.ToUpload:N0} files")
        : FormattableString.Invariant($"read {count.Read:N0} of {count.ToRead:N0} files, {count.Live:N0} of {count.Live + count.Waiting:N0} episodes live");

    private static string Rough(TimeSpan time) => time.TotalMinutes >= 2
        ? FormattableString.Invariant($"{Math.Ceiling(time.TotalMinutes):0} minutes")
        : FormattableString.Invariant($"{Math.Max(1, Math.Ceiling(time.TotalSeconds)):0} seconds");
}

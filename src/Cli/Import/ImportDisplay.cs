using Spectre.Console;

namespace Soundoff.Cli.Import;

/// <summary>Shows how far an import is: a bar where the console is a terminal that can redraw, else a line every few seconds.</summary>
internal sealed class ImportDisplay(IAnsiConsole console, ImportProgress progress, TimeProvider clock)
{
    private static readonly TimeSpan Redrawn = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(5);

    /// <summary>Shows it until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            if (console.Profile.Capabilities is { Interactive: true, Ansi: true }) await DrawAsync(stop);
            else await TellAsync(stop);
        }
        catch (OperationCanceledException)
        {
            // The work has ended, and what it showed with it.
        }
    }

    private Task DrawAsync(CancellationToken stop) => console.Progress().AutoClear(true)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
        .StartAsync(async bars =>
        {
            var bar = bars.AddTask("Reading the feed", maxValue: 1);
            while (true)
            {
                bar.Description = Markup.Escape(Words);
                bar.Value = progress.Found == 0 ? 0 : (double)progress.Done / progress.Found;
                await Task.Delay(Redrawn, clock, stop);
            }
        });

    private async Task TellAsync(CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(Told, clock, stop);
            console.MarkupLine($"[dim]{"progress",-10} {Markup.Escape(Words)}[/]");
        }
    }

    private string Words => FormattableString.Invariant($"{progress.Done:N0} of {progress.Found:N0} items, {progress.Bytes / 1e6:N1} MB of recordings");
}

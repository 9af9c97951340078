using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Soundoff.Cli.Demo;
using Soundoff.Cli.Local;
using Soundoff.Cli.Local.Outbox;
using Spectre.Console;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff demo</c>: two small shows of our own, from their files to live pages and feeds, and two letters to one of them.</summary>
internal static class DemoCommand
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    public static Command Create()
    {
        var exit = new Option<bool>("--exit") { Description = "End as soon as everything is live and the letters are answered." };
        var port = LocalOptions.Port();
        var verbose = LocalOptions.Verbose();
        var command = new Command("demo", "Publish two sample shows on this machine and serve them.") { exit, port, verbose };
        command.SetAction((parsed, cancellation) => RunAsync(
            Screen.On(parsed.InvocationConfiguration.Output), parsed.InvocationConfiguration.Error,
            parsed.GetValue(exit), parsed.GetValue(port), parsed.GetValue(verbose), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, TextWriter error, bool exit, int port, bool verbose, CancellationToken cancellation)
    {
        LocalPort.EnsureFree(port);
        try
        {
            using var folder = DemoFolder.Create(TimeProvider.System.GetUtcNow());
            // Of its own and in memory: it starts empty each time and touches nobody's data.
            await using var azurite = await Azurite.StartAsync(null, console.WriteLine, cancellation);
            var status = new DemoStatus(new StatusLines(console, verbose));
            var settings = new StationSettings { Port = port, ConnectionString = azurite.ConnectionString, Folder = folder.Path, Verbose = verbose };
            var watch = Stopwatch.StartNew();
            await using var station = await LocalStation.StartAsync(settings, status, cancellation);
            await station.BeginAsync(cancellation);
            if (await FailureAsync(settings.Address, status, station, cancellation) is { } failure)
            {
                await error.WriteLineAsync(failure);
                return ExitCode.NotPublished;
            }

            Show(console, settings.Address, folder, watch.Elapsed);
            var mail = new DemoMail(settings.Address, station.Services);
            if (await mail.FailureAsync(LongestWait, cancellation) is { } unanswered)
            {
                await error.WriteLineAsync(unanswered);
                return ExitCode.NotPublished;
            }

            Show(console, settings.Address, mail);
            if (exit) return ExitCode.Good;
            console.MarkupLine($"Other commands, such as 'letters list', reach it with --storage \"{Markup.Escape(azurite.ConnectionString)}\"");
            console.MarkupLine($"Edit the files in {Markup.Escape(folder.Path)} and reload. [dim]Ctrl+C ends it.[/]");
            await station.WaitAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl+C is how it ends.
            return exit ? ExitCode.NotPublished : ExitCode.Good;
        }

        return ExitCode.Good;
    }

    // Null when everything is live.
    private static async Task<string?> FailureAsync(Uri site, DemoStatus status, LocalStation station, CancellationToken cancellation)
    {
        using var visitor = new DemoVisitor(site);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestWait);
        var missing = "every page";
        try
        {
            while (true)
            {
                if (status.Refused is { } refused) return $"{refused.Show}/{refused.Slug} was refused: {string.Join(' ', refused.Problems.Select(problem => problem.Message))}";
                if (status.AllReported)
                {
                    missing = await visitor.MissingAsync(limit.Token);
                    if (missing is null) return null;
                }

                await Task.WhenAny(station.WaitAsync(limit.Token), Task.Delay(BetweenLooks, limit.Token)).Unwrap();
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"Not everything was live within {LongestWait.TotalMinutes:0} minutes; still missing: {missing}.";
        }
    }

    private static void Show(IAnsiConsole console, Uri site, DemoFolder folder, TimeSpan taken)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Episode", "Made of", "State").AddColumn(new TableColumn("Address").NoWrap());
        foreach (var episode in DemoEpisode.All)
        {
            var state = episode.Scheduled ? FormattableString.Invariant($"[blue]from {folder.ScheduledFor:yyyy-MM-dd}[/]") : "[green]live[/]";
            table.AddRow(Markup.Escape(episode.Title), Markup.Escape(episode.MadeOf), state, new Uri(site, episode.Page).AbsoluteUri);
        }

        foreach (var show in DemoEpisode.All.Select(episode => episode.Show).Distinct())
        {
            table.AddRow($"[bold]{show}[/]", "its home page", "[green]live[/]", new Uri(site, show + "/").AbsoluteUri);
            table.AddRow("", "its feed, for podcast apps", "[green]live[/]", new Uri(site, show + "/feed.xml").AbsoluteUri);
        }

        console.Write(table);
        console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"All is live, {taken.TotalSeconds:0.0} s after the upload began. The scheduled episode's date was written when the demo began: thirty days ahead."));
    }

    private static void Show(IAnsiConsole console, Uri site, DemoMail mail)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Letter", "From", "State").AddColumn(new TableColumn("Address").NoWrap());
        foreach (var letter in DemoLetter.All)
            table.AddRow(
                Markup.Escape(letter.Subject), Markup.Escape(letter.Name), letter.Approved ? "[green]on its page[/]" : "[blue]waiting: its author asks not to be published[/]",
                letter.Approved ? new Uri(site, letter.Page + "#letters").AbsoluteUri : "on no page");
        console.Write(table);
        console.MarkupLine($"Both came by the webhook, were acknowledged and went to the show's host: [link]{new Uri(site, OutboxEndpoints.Path[1..])}[/] has that mail. One was approved for its page, as a host would.");
        // A line of its own: a signed link is longer than most windows are wide.
        foreach (var letter in DemoLetter.All.Where(letter => !letter.Approved))
            console.MarkupLine($"The host decides about the other one by the signed link in that mail: [link]{Markup.Escape(mail.ReviewLink(letter).AbsoluteUri)}[/]");
    }
}

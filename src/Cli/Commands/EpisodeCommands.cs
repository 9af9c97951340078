using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Soundoff.Account;
using Soundoff.Cli.Places;
using Soundoff.Cli.Publish;
using Soundoff.Publishing;
using Spectre.Console;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff list</c>, <c>open</c> and <c>unpublish</c>: what a station has of a show, by what it reports.</summary>
internal static class EpisodeCommands
{
    private static readonly TimeSpan LongestRemoval = TimeSpan.FromMinutes(5);

    public static Command List()
    {
        var show = new Argument<string?>("show") { Description = "The show. Left out: all.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Print one JSON object per episode, each on a line, and nothing else." };
        var to = StationOption.To();
        var command = new Command("list", "Show the episodes of a station: state, date and problems.") { show, json, to };
        command.SetAction((parsed, cancellation) => AtAsync(parsed.GetValue(to), async place =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var table = new Table().Border(TableBorder.Simple).AddColumns("Episode", "State", "Date", "Problems").AddColumn(new TableColumn("Address").NoWrap());
            foreach (var name in parsed.GetValue(show) is { } one ? [one] : await place.Get<Reconciler>().ShowsAsync(cancellation))
            {
                foreach (var report in (await place.Get<Reports>().OfAsync(name, cancellation)).Where(report => report.Slug != "show").OrderByDescending(report => report.Date))
                {
                    if (parsed.GetValue(json)) await output.WriteLineAsync(JsonOutput.Line(report));
                    else
                        table.AddRow(
                            Markup.Escape(report.Title ?? report.Slug), Texts.EnumName.Of(report.Outcome), report.Date?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "",
                            report.Problems.Count.ToString(CultureInfo.InvariantCulture), Markup.Escape(report.Url ?? $"{report.Show}/{report.Slug}"));
                }
            }

            if (!parsed.GetValue(json)) Screen.On(output).Write(table);
            return ExitCode.Good;
        }, cancellation));
        return command;
    }

    public static Command Open()
    {
        var episode = Episode();
        var print = new Option<bool>("--print") { Description = "Print its address, and open nothing." };
        var to = StationOption.To();
        var command = new Command("open", "Open an episode's page in the browser.") { episode, print, to };
        command.SetAction((parsed, cancellation) => AtAsync(parsed.GetValue(to), async place =>
        {
            if (await FindAsync(place, parsed.GetRequiredValue(episode), parsed.InvocationConfiguration.Error, cancellation) is not { Url: { } url }) return ExitCode.Misused;
            await parsed.InvocationConfiguration.Output.WriteLineAsync(url);
            if (!parsed.GetValue(print)) using (Process.Start(new ProcessStartInfo(url) { UseShellExecute = true })) { }
            return ExitCode.Good;
        }, cancellation));
        return command;
    }

    public static Command Unpublish(TextReader? keyboard)
    {
        var episode = Episode();
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var to = StationOption.To();
        var command = new Command("unpublish", "Delete an episode's files in a station; its page and its items in feeds go. Your own files stay.") { episode, yes, to };
        command.SetAction((parsed, cancellation) => AtAsync(parsed.GetValue(to), async place =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (await FindAsync(place, parsed.GetRequiredValue(episode), error, cancellation) is not { } report) return ExitCode.Misused;
            foreach (var file in report.Files) await output.WriteLineAsync($"{"delete",-10} {report.Show}/{file}");
            if (!parsed.GetValue(yes))
            {
                if (keyboard is null)
                {
                    await error.WriteLineAsync("Nobody is there to be asked. Give --yes to delete them.");
                    return ExitCode.Misused;
                }

                await output.WriteAsync($"Delete {report.Files.Count} files of {place.Name}? [y/N] ");
                if ((await keyboard.ReadLineAsync(cancellation))?.Trim().ToLowerInvariant() is not ("y" or "yes")) return ExitCode.NotPublished;
            }

            var gone = new AwaitedReports([(report.Show, report.Slug)], said => output.WriteLine($"{Texts.EnumName.Of(said.Outcome),-10} {said.Show}/{said.Slug}"));
            var watcher = await gone.WatchAsync(place, cancellation);
            foreach (var file in report.Files) await place.Get<StorageAccount>().Container(Containers.Episodes).DeleteBlobIfExistsAsync($"{report.Show}/{file}", cancellationToken: cancellation);
            await gone.WaitAsync(watcher, LongestRemoval, cancellation);
            return gone.Told is [{ Outcome: Outcome.Removed }] ? ExitCode.Good : ExitCode.NotPublished;
        }, cancellation));
        return command;
    }

    private static Argument<string> Episode() => new("episode") { Description = "show/slug, as in its address; the slug alone where one show has it." };

    private static async Task<int> AtAsync(string? station, Func<StoragePlace, Task<int>> run, CancellationToken cancellation)
    {
        await using var place = await Station.OpenAsync(station, cancellation);
        var code = ExitCode.Good;
        await place.AskAsync(async () => code = await run(place));
        return code;
    }

    private static async Task<Report?> FindAsync(StoragePlace place, string episode, TextWriter error, CancellationToken cancellation)
    {
        var parts = episode.Trim('/').Split('/');
        var shows = parts.Length > 1 ? [parts[0]] : await place.Get<Reconciler>().ShowsAsync(cancellation);
        var found = new List<Report>();
        foreach (var show in shows)
            if (await place.Get<Reports>().FindAsync(show, parts[^1], cancellation) is { } report) found.Add(report);
        if (found.Count == 1) return found[0];
        await error.WriteLineAsync(found.Count == 0 ? $"There is no episode {episode} in {place.Name}. 'soundoff list' shows them." : $"Several shows have it: {string.Join(", ", found.Select(report => $"{report.Show}/{report.Slug}"))}. Name one of them.");
        return null;
    }
}

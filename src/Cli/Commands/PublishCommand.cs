using System.CommandLine;
using Soundoff.Cli.Checking;
using Soundoff.Cli.Local;
using Soundoff.Cli.Publish;
using Soundoff.Problems;
using Soundoff.Publishing;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff publish</c>: a station is brought up to what is on this machine.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Files, or folders of shows.", Arity = ArgumentArity.OneOrMore };
        var to = StationOption.To();
        var delete = new Option<bool>("--delete") { Description = "Delete what the station has and the folder has not. Without it, that is only shown." };
        var dry = new Option<bool>("--dry-run") { Description = "Show what would be done, and do nothing." };
        var wait = new Option<int>("--wait") { Description = "Minutes to wait for what becomes of each episode; 0 not to wait.", HelpName = "minutes", DefaultValueFactory = _ => 10 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object per episode, each on a line, and nothing else." };
        var command = new Command("publish", "Check shows, upload what differs to a station, and tell what becomes of each episode.") { paths, to, delete, dry, wait, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var given = parsed.GetRequiredValue(paths);
            if (given.FirstOrDefault(path => !Path.Exists(path)) is { } missing)
            {
                await error.WriteLineAsync($"There is no file or folder {missing}. Name a show's folder, or files of it.");
                return ExitCode.Misused;
            }

            var sets = CheckedFiles.Of(given);
            if (!await ChecksAsync(sets, error, cancellation)) return ExitCode.NotPublished;
            await using var place = await Station.OpenAsync(parsed.GetValue(to), cancellation);
            var code = ExitCode.Good;
            await place.AskAsync(async () => code = await RunAsync(new(place), sets, place.Name, parsed.GetValue(delete), parsed.GetValue(dry), TimeSpan.FromMinutes(parsed.GetValue(wait)), parsed.GetValue(json), output, cancellation));
            return code;
        });
        return command;
    }

    private static async Task<int> RunAsync(Publisher publisher, IReadOnlyList<CheckedFiles> sets, string station, bool delete, bool dry, TimeSpan wait, bool json, TextWriter output, CancellationToken cancellation)
    {
        var difference = await publisher.CompareAsync(sets, cancellation);
        if (!json || dry)
        {
            foreach (var file in difference.Uploads.Where(_ => dry)) await output.WriteLineAsync($"{(file.IsNew ? "new" : "changed"),-10} {file.Name} ({file.File.Length:N0} bytes)");
            foreach (var name in difference.Deletes) await output.WriteLineAsync($"{(delete ? "delete" : "extra"),-10} {name}{(delete ? "" : "  in the station and not here: --delete would delete it")}");
            await output.WriteLineAsync($"{station}: {difference.Uploads.Count:N0} files to upload, {difference.Same:N0} are there already, {(delete ? difference.Deletes.Count : 0):N0} to delete.");
        }

        if (dry) return ExitCode.Good;
        var lines = new StatusLines(Screen.On(output), verbose: false);
        var reports = await publisher.ApplyAsync(difference, delete, report => { if (json) output.WriteLine(JsonOutput.Line(report)); else lines.Reported(report); }, _ => { }, wait, cancellation);
        if (wait > TimeSpan.Zero && reports.Missing is { Count: > 0 } missing)
        {
            if (!json) foreach (var (show, slug) in missing) await output.WriteLineAsync($"{"waiting",-10} {show}/{slug}  nothing was said of it in {wait.TotalMinutes:0} minutes: look with 'soundoff list', and whether Soundoff runs there with 'soundoff doctor'");
            return ExitCode.NotPublished;
        }

        return reports.Told.Any(report => report.Outcome == Outcome.Refused) ? ExitCode.NotPublished : ExitCode.Good;
    }

    // Only what stops publication is shown; all else is for 'soundoff check'.
    private static async Task<bool> ChecksAsync(IReadOnlyList<CheckedFiles> sets, TextWriter error, CancellationToken cancellation)
    {
        var good = true;
        foreach (var set in sets)
        {
            var show = await Checker.CheckAsync(set, TimeProvider.System.GetUtcNow(), cancellation);
            var wrong = show.Problems.Concat(show.Episodes.SelectMany(episode => episode.Problems)).Where(problem => problem.Severity == Severity.Error).Distinct().ToList();
            if (wrong.Count == 0) continue;
            good = false;
            await error.WriteLineAsync($"Nothing was uploaded: {show.Title} has errors.");
            ProblemLines.Write(Screen.On(error), wrong);
        }

        return good;
    }
}

using System.CommandLine;
using Soundoff.Cli.Checking;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff check</c>: what an upload would give, without uploading.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Files, or folders of shows. Files with one name before the ending are one episode.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Print one JSON object per episode, each on a line, and nothing else." };
        var strict = new Option<bool>("--strict") { Description = "Take every warning for an error: what is incomplete is not good enough." };
        var command = new Command("check", "Read episodes as an upload would be read, and show their facts and problems.") { paths, json, strict };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetRequiredValue(paths), parsed.GetValue(json), parsed.GetValue(strict), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter error, string[] paths, bool json, bool strict, CancellationToken cancellation)
    {
        var missing = paths.Where(path => !Path.Exists(path)).ToList();
        foreach (var path in missing) await error.WriteLineAsync($"There is no file or folder {path}.");
        if (missing.Count > 0) return ExitCode.Misused;

        var shows = new List<CheckedShow>();
        try
        {
            foreach (var files in CheckedFiles.Of(paths)) shows.Add(await Checker.CheckAsync(files, TimeProvider.System.GetUtcNow(), cancellation));
        }
        catch (ArgumentException unfit)
        {
            await error.WriteLineAsync(unfit.Message);
            return ExitCode.Misused;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"A file could not be read: {unreadable.Message}");
            return ExitCode.Misused;
        }

        if (strict) shows = [.. shows.Select(show => show.Strictly())];
        if (json) foreach (var episode in shows.SelectMany(show => show.Episodes)) await output.WriteLineAsync(CheckJson.Line(episode));
        else CheckScreen.Write(Screen.On(output), shows);
        return shows.All(show => show.CanPublish) ? ExitCode.Good : ExitCode.NotPublished;
    }
}

using System.CommandLine;
using Soundoff.Cli.Letters;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff letters read</c>: how messages would be understood, without storing anything.</summary>
internal static class LettersReadCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Messages as mail programs save them (.eml).", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Print one JSON object per message, each on a line, and nothing else." };
        var command = new Command("read", "Tell how messages would be understood and why, storing nothing.") { files, json };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetRequiredValue(files), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter error, string[] files, bool json, CancellationToken cancellation)
    {
        var missing = files.Where(file => !File.Exists(file)).ToList();
        foreach (var file in missing) await error.WriteLineAsync($"There is no file {file}.");
        if (missing.Count > 0) return ExitCode.Misused;

        var screen = json ? null : Screen.On(output);
        try
        {
            foreach (var message in MailFiles.Understand(files, TimeProvider.System.GetUtcNow(), cancellation))
            {
                if (screen is null) await output.WriteLineAsync(UnderstoodMailJson.Line(message));
                else UnderstoodMailScreen.Write(screen, message);
            }
        }
        catch (AggregateException failed) when (failed.InnerExceptions.All(cause => cause is IOException or UnauthorizedAccessException))
        {
            await error.WriteLineAsync($"A file could not be read: {failed.InnerExceptions[0].Message}");
            return ExitCode.Misused;
        }

        return ExitCode.Good;
    }
}

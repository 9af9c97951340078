using System.CommandLine;
using Soundoff.Cli.Commands;
using Soundoff.Cli.Helping;

namespace Soundoff.Cli;

/// <summary><c>soundoff</c>: what a shell calls, and what the tests call in its place.</summary>
public static class CommandLine
{
    // Ctrl+C: messages in hand are finished and Azurite writes its data before the process ends.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(20);

    /// <summary>Runs a command line to its end; the exit code is one of <see cref="ExitCode"/>.</summary>
    /// <param name="args">Without the program's name.</param>
    /// <param name="output">What was asked for.</param>
    /// <param name="error">Why it could not be done.</param>
    /// <param name="cancellation">Does what Ctrl+C does.</param>
    /// <param name="keyboard">Answers what is asked; null when nobody can be asked.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellation, TextReader? keyboard = null)
    {
        var parsed = Root(keyboard).Parse(args);
        var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = LongestEnd };
        try
        {
            var code = await parsed.InvokeAsync(invocation, cancellation);
            return parsed.Errors.Count > 0 ? ExitCode.Misused : code;
        }
        catch (CannotRunException cannot)
        {
            await error.WriteLineAsync(cannot.Message);
            return ExitCode.CannotRun;
        }
    }

    /// <summary>What of a command line would not be understood; empty when all is. Nothing is run.</summary>
    /// <param name="args">Without the program's name.</param>
    public static IReadOnlyList<string> Mistakes(IReadOnlyList<string> args) => [.. Root(null).Parse(args).Errors.Select(error => error.Message)];

    /// <summary>The reference of all commands.</summary>
    internal static string Reference() => CommandReference.Write(Root(null));

    private static RootCommand Root(TextReader? keyboard)
    {
        var root = new RootCommand("Soundoff publishes podcasts and radio shows: drop an episode into a folder, and its page and feed are live.")
        {
            ServeCommand.Create(),
            NewCommand.Create(keyboard),
            ImportCommand.Create(),
            PublishCommand.Create(),
            EpisodeCommands.List(),
            EpisodeCommands.Open(),
            EpisodeCommands.Unpublish(keyboard),
            StationsCommand.Create(),
            ExportCommands.Show(),
            ExportCommands.Site(),
            CheckCommand.Create(),
            DemoCommand.Create(),
            LettersCommand.Create(keyboard),
            StatusCommand.Create(),
            RedriveCommand.Create(),
            ReconcileCommand.Create(),
            DoctorCommand.Create(),
            CompletionCommand.Create(),
        };
        HelpWithExamples.Use(root);
        return root;
    }
}

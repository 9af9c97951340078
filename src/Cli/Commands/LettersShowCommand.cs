using System.CommandLine;
using Soundoff.Cli.Letters;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff letters show</c>: all that is known of a letter.</summary>
internal static class LettersShowCommand
{
    public static Command Create()
    {
        var id = LetterCommand.Id();
        var json = new Option<bool>("--json") { Description = "Print one JSON object, and nothing else." };
        var storage = PlaceCommand.Storage();
        var command = new Command("show", "Show a letter with everything that was decided about it, and why.") { id, json, storage };
        command.SetLetterAction(id, storage, async (parsed, _, letter, _) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json)) await output.WriteLineAsync(LetterJson.Whole(letter));
            else LetterScreen.Write(Screen.On(output), letter);
            return ExitCode.Good;
        });
        return command;
    }
}

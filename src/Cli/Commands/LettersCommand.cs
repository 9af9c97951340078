using System.CommandLine;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff letters</c>: what listeners wrote.</summary>
internal static class LettersCommand
{
    /// <param name="keyboard">Answers questions; null when nobody can be asked.</param>
    public static Command Create(TextReader? keyboard) => new("letters", "Letters of listeners: see them, decide about them, send one to try.")
    {
        LettersListCommand.Create(),
        LettersShowCommand.Create(),
        LettersDecideCommands.Publish(),
        LettersDecideCommands.Hide(),
        LettersDecideCommands.Block(),
        LettersEraseCommand.Create(keyboard),
        LettersExportCommand.Create(),
        LettersSendCommand.Create(),
        LettersReadCommand.Create(),
    };
}

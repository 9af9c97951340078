using System.CommandLine;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff letters</c>: what listeners wrote.</summary>
internal static class LettersCommand
{
    public static Command Create() => new("letters", "Letters of listeners: how they are read.")
    {
        LettersReadCommand.Create(),
    };
}

using System.CommandLine;

namespace Soundoff.Cli.Helping;

/// <summary>Names a command as it is typed.</summary>
internal static class CommandPath
{
    /// <summary>The names from the root's children on, with spaces between; empty for the root.</summary>
    public static string Of(Command command)
    {
        var names = new List<string>();
        for (Symbol? at = command; at is Command and not RootCommand; at = at.Parents.FirstOrDefault()) names.Insert(0, at.Name);
        return string.Join(' ', names);
    }
}

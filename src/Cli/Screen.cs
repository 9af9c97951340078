using Spectre.Console;

namespace Soundoff.Cli;

/// <summary>Consoles for people: coloured on a terminal; plain, and never wrapped, in a file or a pipe.</summary>
internal static class Screen
{
    private const int NeverWrapped = 4000;

    public static IAnsiConsole On(TextWriter writer)
    {
        var terminal = ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new()
        {
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!terminal) console.Profile.Width = NeverWrapped;
        return console;
    }
}

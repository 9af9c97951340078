using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;

namespace Soundoff.Cli.Helping;

/// <summary>Writes the reference of all commands from the commands themselves: what <c>docs/commands.md</c> holds.</summary>
internal static class CommandReference
{
    /// <summary>A section for each command that does something.</summary>
    public static string Write(RootCommand root)
    {
        var text = new StringBuilder();
        foreach (var command in All(root).Where(command => command.Subcommands.Count == 0)) Write(text, command);
        return text.ToString().TrimEnd() + "\n";
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.Where(sub => !sub.Hidden).OrderBy(sub => sub.Name, StringComparer.Ordinal).SelectMany(sub => All(sub).Prepend(sub));

    private static void Write(StringBuilder text, Command command)
    {
        var path = CommandPath.Of(command);
        var options = command.Options.Where(option => option is not HelpOption && !option.Hidden).ToList();
        text.Append(CultureInfo.InvariantCulture, $"## {path}\n\n{command.Description}\n\n`soundoff {string.Join(' ', [path, .. command.Arguments.Select(Usage)])}{(options.Count > 0 ? " [options]" : "")}`\n\n");
        if (command.Arguments.Count + options.Count > 0)
        {
            text.Append("| argument or option | says |\n|---|---|\n");
            foreach (var argument in command.Arguments) text.Append(CultureInfo.InvariantCulture, $"| `{argument.Name}` | {Cell(argument.Description)} |\n");
            foreach (var option in options) text.Append(CultureInfo.InvariantCulture, $"| `{option.Name}{Value(option)}` | {Cell(option.Description)}{Usual(option)} |\n");
            text.Append('\n');
        }

        var examples = Examples.Of(path);
        if (examples.Count > 0) text.Append(CultureInfo.InvariantCulture, $"{string.Join('\n', examples.Select(example => $"- `{example}`"))}\n\n");
    }

    private static string Usage(Argument argument) => argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.Name}…" : argument.Name;

    private static string Value(Option option) => option.ValueType == typeof(bool) ? "" : $" {option.HelpName ?? "value"}".Replace("|", "\\|", StringComparison.Ordinal);

    private static string Usual(Option option) => option.HasDefaultValue && option.ValueType != typeof(bool) && option.GetDefaultValue() is { } usual and not Array ? string.Create(CultureInfo.InvariantCulture, $" Usually {usual}.") : "";

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}

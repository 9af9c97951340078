using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Soundoff.Cli.Helping;

/// <summary>What <c>--help</c> prints: the usual, then what people type most.</summary>
/// <param name="usual">The usual.</param>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    /// <summary>Puts it in place of the usual help.</summary>
    public static void Use(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
            if (option.Action is HelpAction action) option.Action = new HelpWithExamples(action);
    }

    // Help is asked for by those whose command is not right yet.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var examples = Examples.Of(CommandPath.Of(parseResult.CommandResult.Command));
        if (examples.Count == 0) return code;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine("  $ " + example);
        output.WriteLine();
        return code;
    }
}

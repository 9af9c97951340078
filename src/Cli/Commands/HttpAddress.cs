using System.CommandLine.Parsing;

namespace Soundoff.Cli.Commands;

/// <summary>Options that take an http address.</summary>
internal static class HttpAddress
{
    /// <summary>Reads one; without a value, the example is meant.</summary>
    /// <param name="option">What was written.</param>
    /// <param name="example">Is shown when it is none.</param>
    public static Uri? Read(ArgumentResult option, Uri example)
    {
        if (option.Tokens.Count == 0) return example;
        if (Uri.TryCreate(option.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
        option.AddError($"{(option.Parent as OptionResult)?.IdentifierToken?.Value} takes an http address, such as {example}.");
        return null;
    }
}

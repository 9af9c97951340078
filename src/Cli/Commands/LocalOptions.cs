using System.CommandLine;

namespace Soundoff.Cli.Commands;

/// <summary>Options that more than one command has.</summary>
internal static class LocalOptions
{
    public static Option<int> Port()
    {
        var port = new Option<int>("--port") { Description = "The port of the site on localhost.", DefaultValueFactory = _ => 7071, HelpName = "number" };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var number) && number is < 1 or > 65535) result.AddError("--port must be between 1 and 65535.");
        });
        return port;
    }

    public static Option<bool> Verbose() => new("--verbose") { Description = "Log every request and print whole exceptions." };
}

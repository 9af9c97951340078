using System.CommandLine;

namespace Soundoff.Cli.Commands;

/// <summary>Options that more than one command has.</summary>
internal static class LocalOptions
{
    public static Option<int> Port() => Number("--port", "The port of the site on localhost.", 7071, 1);

    public static Option<int> SmtpPort() => Number("--smtp-port", "The port on localhost where mail is taken over SMTP; 0 takes none.", 2525, 0);

    public static Option<bool> Verbose() => new("--verbose") { Description = "Log every request and print whole exceptions." };

    private static Option<int> Number(string name, string description, int usual, int least)
    {
        var port = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual, HelpName = "number" };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var number) && (number < least || number > 65535)) result.AddError($"{name} must be between {least} and 65535.");
        });
        return port;
    }
}

using System.CommandLine;

namespace Soundoff.Cli.Commands;

/// <summary>Which station a command of publishers is about.</summary>
internal static class StationOption
{
    public static Option<string?> To() => new("--to")
    {
        Description = "The station: a name of 'soundoff stations', a connection string, an account's name (as whoever is signed in), an azd environment, or 'local'. Left out: the one in use, else the azd environment of this folder, else this machine.",
        HelpName = "station",
    };
}

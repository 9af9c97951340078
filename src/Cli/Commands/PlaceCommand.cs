using System.CommandLine;
using Soundoff.Cli.Places;

namespace Soundoff.Cli.Commands;

/// <summary>What all commands have in common that work on a Soundoff that runs here or elsewhere.</summary>
internal static class PlaceCommand
{
    /// <summary>Where it is.</summary>
    public static Option<string?> Storage() => new("--storage")
    {
        Description = "Where: a connection string, or the name of a storage account in Azure (as whoever is signed in). Left out: the Azurite on this machine, which 'soundoff serve' uses.",
        HelpName = "account",
    };

    /// <summary>Runs a command with the place that its option names, once that is known to answer.</summary>
    public static void SetPlaceAction(this Command command, Option<string?> storage, Func<ParseResult, StoragePlace, CancellationToken, Task<int>> run) =>
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var place = await StoragePlace.OpenAsync(parsed.GetValue(storage), cancellation);
            var code = ExitCode.Good;
            await place.AskAsync(async () => code = await run(parsed, place, cancellation));
            return code;
        });
}

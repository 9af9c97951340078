using System.CommandLine;
using Soundoff.Cli.Letters;
using Soundoff.Cli.Places;
using Soundoff.Mail.Keeping;
using Soundoff.Operations;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff letters erase</c>: every trace of an address goes, and what went is listed.</summary>
internal static class LettersEraseCommand
{
    public static Command Create(TextReader? keyboard)
    {
        var address = new Argument<string>("address") { Description = "The listener's mail address." };
        address.Validators.Add(result =>
        {
            var parts = result.Tokens[0].Value.Split('@');
            if (parts.Length < 2 || parts[0].Length == 0 || parts[^1].Length == 0) result.AddError("Give one mail address, such as ana@example.com.");
        });
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var storage = PlaceCommand.Storage();
        var command = new Command("erase", "Remove everything that is kept of a listener, for good, and list what was removed.") { address, yes, storage };
        command.SetPlaceAction(storage, (parsed, place, cancellation) => RunAsync(
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, keyboard, place, parsed.GetRequiredValue(address), parsed.GetValue(yes), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter error, TextReader? keyboard, StoragePlace place, string address, bool yes, CancellationToken cancellation)
    {
        if (await place.Get<SecretCheck>().IsOursAsync(cancellation) is false)
            throw new CannotRunException(
                $"The letters in {place.Name} were kept with another secret than is known here: nothing of this address could be found.",
                $"Set {StoragePlace.EnvironmentPrefix}Mail__Secret in the environment to what Mail:Secret is there.");
        if (!yes)
        {
            if (keyboard is null)
            {
                await error.WriteLineAsync("Nobody can be asked here. Say --yes if everything of this address shall be removed for good.");
                return ExitCode.Misused;
            }

            await output.WriteLineAsync($"Letters, raw messages, published copies and answers of {ScreenText.Line(address)} in {place.Name} are removed for good.");
            await output.WriteAsync("Go on? [y/N] ");
            if ((await keyboard.ReadLineAsync(cancellation))?.Trim().ToLowerInvariant() is not ("y" or "yes"))
            {
                await output.WriteLineAsync("Nothing was removed.");
                return ExitCode.NotPublished;
            }
        }

        var removed = await place.Get<LetterEraser>().EraseAsync(address, cancellation);
        foreach (var what in removed) await output.WriteLineAsync("removed " + what);
        await output.WriteLineAsync(removed.Count == 0 ? "Nothing is kept of this address." : FormattableString.Invariant($"{removed.Count} removed. A block of this address stays, as a hash."));
        return ExitCode.Good;
    }
}

using System.CommandLine;
using Soundoff.Cli.Letters;
using Soundoff.Cli.Places;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Reviewing;

namespace Soundoff.Cli.Commands;

/// <summary>What the commands for one letter have in common.</summary>
internal static class LetterCommand
{
    public static Argument<string> Id() => new("id") { Description = "The letter's id, or as much of its beginning as no other has." };

    /// <summary>Runs a command with the letter that is meant.</summary>
    public static void SetLetterAction(this Command command, Argument<string> id, Option<string?> storage, Func<ParseResult, StoragePlace, Letter, CancellationToken, Task<int>> run) =>
        command.SetPlaceAction(storage, async (parsed, place, cancellation) =>
        {
            var (letter, why) = await LetterFinder.FindAsync(place.Get<LetterStore>(), parsed.GetRequiredValue(id), cancellation);
            if (letter is not null) return await run(parsed, place, letter, cancellation);
            await parsed.InvocationConfiguration.Error.WriteLineAsync(why);
            return ExitCode.Misused;
        });

    /// <summary>Tells what became of a decision.</summary>
    /// <param name="parsed">Where to.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="done">What to say when it was done.</param>
    public static async Task<int> TellAsync(ParseResult parsed, ReviewOutcome outcome, string done)
    {
        if (outcome == ReviewOutcome.Done)
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(done);
            return ExitCode.Good;
        }

        await parsed.InvocationConfiguration.Error.WriteLineAsync(LetterWords.Of(outcome));
        return ExitCode.NotPublished;
    }
}

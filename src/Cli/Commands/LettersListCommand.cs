using System.CommandLine;
using Soundoff.Cli.Letters;
using Soundoff.Cli.Places;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Sorting;
using Soundoff.Texts;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff letters list</c>: what came.</summary>
internal static class LettersListCommand
{
    private const int Usual = 50;

    public static Command Create()
    {
        var show = new Argument<string?>("show") { Description = $"The show; \"{LetterStore.NoShow}\" for mail that names none. Left out: all.", Arity = ArgumentArity.ZeroOrOne };
        var episode = new Option<string?>("--episode") { Description = "Only letters about this episode.", HelpName = "slug" };
        var kind = new Option<string?>("--class") { Description = "Only this class." }.AcceptOnlyFromAmong([.. LetterWords.Classes]);
        var state = new Option<string?>("--state") { Description = "Only those in this state." }.AcceptOnlyFromAmong([.. LetterWords.States]);
        var count = new Option<int>("--count") { Description = "How many at most, the newest.", DefaultValueFactory = _ => Usual, HelpName = "number" };
        count.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var number) && number < 1) result.AddError("--count must be 1 or more.");
        });
        var json = new Option<bool>("--json") { Description = "Print one JSON object per letter, each on a line, and nothing else." };
        var storage = PlaceCommand.Storage();
        var command = new Command("list", "List letters, the newest first.") { show, episode, kind, state, count, json, storage };
        command.SetPlaceAction(storage, (parsed, place, cancellation) => RunAsync(
            parsed.InvocationConfiguration.Output, place,
            new(parsed.GetValue(show), parsed.GetValue(episode), Class(parsed.GetValue(kind)), State(parsed.GetValue(state))), parsed.GetValue(count), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, StoragePlace place, LetterChoice choice, int count, bool json, CancellationToken cancellation)
    {
        var (letters, more) = await LetterList.NewestAsync(place.Get<LetterStore>(), choice, count, cancellation);
        if (json) foreach (var letter in letters) await output.WriteLineAsync(LetterJson.Line(letter));
        else LetterScreen.WriteList(Screen.On(output), letters, more);
        return ExitCode.Good;
    }

    private static MailClass? Class(string? word) => word is null ? null : Enum.GetValues<MailClass>().First(value => EnumName.Of(value) == word);

    private static LetterState? State(string? word) => word is null ? null : Enum.GetValues<LetterState>().First(value => EnumName.Of(value) == word);
}

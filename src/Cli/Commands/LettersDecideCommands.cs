using System.CommandLine;
using Soundoff.Cli.Places;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Reviewing;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff letters publish</c>, <c>hide</c> and <c>block</c>: what a host decides by a signed link, decided here.</summary>
internal static class LettersDecideCommands
{
    public static Command Publish()
    {
        var id = LetterCommand.Id();
        var nameless = new Option<bool>("--nameless") { Description = "Without the author's name." };
        var consent = new Option<string?>("--override") { Description = "Where the author's written consent is, when the letter itself asks not to be published. It is kept with the letter.", HelpName = "reference" };
        var episode = new Option<string?>("--episode") { Description = "On this episode's page, if the letter is not with the right one.", HelpName = "slug" };
        var storage = PlaceCommand.Storage();
        var command = new Command("publish", "Put a letter on its episode's page.") { id, nameless, consent, episode, storage };
        command.SetLetterAction(id, storage, async (parsed, place, letter, cancellation) =>
        {
            var slug = parsed.GetValue(episode);
            var outcome = await place.Get<LetterDesk>().PublishAsync(letter.Show, letter.Id, parsed.GetValue(nameless), null, parsed.GetValue(consent), slug, cancellation);
            return await LetterCommand.TellAsync(parsed, outcome, $"Published: its page, {letter.Show}/{slug ?? letter.Episode}, is rendered within seconds where Soundoff runs.");
        });
        return command;
    }

    public static Command Hide() => Decide("hide", "Take a letter off its page, or keep it from ever getting there.", async (place, letter, cancellation) =>
        (await place.Get<LetterDesk>().HideAsync(letter.Show, letter.Id, cancellation), letter switch
        {
            { State: LetterState.Withdrawn } => "Its author took it back: it is not shown in any case.",
            { IsPublic: true } => $"Hidden: its page, {letter.Show}/{letter.Episode}, is rendered without it within seconds where Soundoff runs.",
            _ => "Hidden: it was on no page.",
        }));

    public static Command Block() => Decide("block", "Hide a letter and block its author for the show: later letters are kept, never shown and never answered.", async (place, letter, cancellation) =>
        (await place.Get<LetterDesk>().BlockAsync(letter.Show, letter.Id, cancellation), letter switch
        {
            { Sender: null } => "Hidden. It has no author's address that could be blocked.",
            { Content.IsProved: false } => "Hidden. Nobody vouches for its author's address, so the address itself may still write: later letters that only claim it are blocked.",
            _ => "Hidden, and its author is blocked for the show. Other letters of the same author stay as they are.",
        }));

    private static Command Decide(string name, string description, Func<StoragePlace, Letter, CancellationToken, Task<(ReviewOutcome Outcome, string Done)>> decide)
    {
        var id = LetterCommand.Id();
        var storage = PlaceCommand.Storage();
        var command = new Command(name, description) { id, storage };
        command.SetLetterAction(id, storage, async (parsed, place, letter, cancellation) =>
        {
            var (outcome, done) = await decide(place, letter, cancellation);
            return await LetterCommand.TellAsync(parsed, outcome, done);
        });
        return command;
    }
}

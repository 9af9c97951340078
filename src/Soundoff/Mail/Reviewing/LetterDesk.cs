using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;
using Soundoff.Telemetry;
using Soundoff.Texts;

namespace Soundoff.Mail.Reviewing;

/// <summary>Does with a letter what was decided, whoever decided it and how: from a signed link or from the command line. Doing it again changes nothing.</summary>
public sealed class LetterDesk(LetterStore letters, SenderBook senders, MailSecret secret, PublishedLetters pages, CatalogTable catalog)
{
    /// <summary>An override must be a reason, not a click.</summary>
    public const int ShortestOverride = 10;

    /// <summary>Puts a letter on its episode's page.</summary>
    /// <param name="show">The show.</param>
    /// <param name="id">The letter.</param>
    /// <param name="nameless">Whether without a name.</param>
    /// <param name="text">An edited text; null for the letter's own.</param>
    /// <param name="reason">Why it may be published although its author asks not to be; null for none.</param>
    /// <param name="episode">The slug of the episode that it is given to at once; null to leave it with its own, empty for the show at large.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<ReviewOutcome> PublishAsync(string show, string id, bool nameless, string? text, string? reason, string? episode, CancellationToken cancellation) =>
        ChangeAsync(show, id, episode, letter =>
        {
            var content = letter.Content! with { Text = Clean(text) ?? letter.Content!.Text, Override = Clean(reason) ?? letter.Content!.Override };
            if (letter.State == LetterState.Withdrawn) return (letter, ReviewOutcome.Withdrawn);
            if (letter.ForbidsPublication && (content.Override?.Length ?? 0) < ShortestOverride) return (letter, ReviewOutcome.NeedsOverride);
            if (letter.Episode is null) return (letter, ReviewOutcome.NeedsEpisode);
            if (content.Text.Length is 0 or > PublishedLetter.LongestText) return (letter, ReviewOutcome.TextUnfit);
            return (letter with { State = nameless ? LetterState.PublishedNameless : LetterState.Published, Content = content }, ReviewOutcome.Done);
        }, cancellation);

    /// <summary>Takes a letter off its page, or keeps it from ever getting there.</summary>
    public Task<ReviewOutcome> HideAsync(string show, string id, CancellationToken cancellation) =>
        ChangeAsync(show, id, null, letter => (letter.State == LetterState.Withdrawn ? letter : letter with { State = LetterState.Hidden }, ReviewOutcome.Done), cancellation);

    /// <summary>Takes a letter back for good.</summary>
    public Task<ReviewOutcome> WithdrawAsync(string show, string id, CancellationToken cancellation) =>
        ChangeAsync(show, id, null, letter => (letter with { State = LetterState.Withdrawn }, ReviewOutcome.Done), cancellation);

    /// <summary>Changes the text, of a published letter also on its page, and the episode as <see cref="PublishAsync"/> does.</summary>
    public Task<ReviewOutcome> EditAsync(string show, string id, string text, string? episode, CancellationToken cancellation) =>
        ChangeAsync(show, id, episode, letter => Clean(text) is not { Length: <= PublishedLetter.LongestText } edited
            ? (letter, ReviewOutcome.TextUnfit)
            : (letter with { Content = letter.Content! with { Text = edited } }, ReviewOutcome.Done), cancellation);

    /// <summary>Gives a letter to another episode; null for the show at large, which takes it off its page.</summary>
    public Task<ReviewOutcome> MoveAsync(string show, string id, string? slug, CancellationToken cancellation) =>
        ChangeAsync(show, id, slug ?? "", letter => (letter, ReviewOutcome.Done), cancellation);

    /// <summary>
    /// Blocks a letter's author for the show and hides the letter; others of the same author stay as they are. Of a letter that nobody vouches for only its kind is blocked: whose
    /// address it claims may still write.
    /// </summary>
    public async Task<ReviewOutcome> BlockAsync(string show, string id, CancellationToken cancellation)
    {
        if (await letters.FindAsync(show, id, cancellation) is not { } letter) return ReviewOutcome.Gone;
        if (letter.Sender is { } sender)
        {
            var blocked = letter.Content!.IsProved ? sender : await secret.HashOfClaimAsync(sender, cancellation);
            await senders.BlockAsync(show, blocked, blocked: true, cancellation);
        }

        return await HideAsync(show, id, cancellation);
    }

    private const string ByHost = "host";

    // Given to another episode first: what is decided then holds for it there, and is refused without having moved it.
    private Task<ReviewOutcome> ChangeAsync(string show, string id, string? episode, Func<Letter, (Letter Letter, ReviewOutcome Outcome)> decide, CancellationToken cancellation) =>
        Tracing.StepAsync(Spans.ReviewLetter, async span =>
        {
            var (outcome, state) = await DecideAsync(show, id, episode, decide, cancellation);
            span?.SetTag(Tags.Show, show).SetTag(Tags.Letter, id).SetTag(Tags.Outcome, EnumName.Of(outcome)).SetTag(Tags.LetterState, state is { } now ? EnumName.Of(now) : null);
            return outcome;
        });

    private async Task<(ReviewOutcome Outcome, LetterState? State)> DecideAsync(
        string show, string id, string? episode, Func<Letter, (Letter Letter, ReviewOutcome Outcome)> decide, CancellationToken cancellation)
    {
        while (true)
        {
            if (await letters.FindAsync(show, id, cancellation) is not { } before) return (ReviewOutcome.Gone, null);
            if (await MovedAsync(before, episode, cancellation) is not { } moved) return (ReviewOutcome.UnknownEpisode, before.State);
            var (after, outcome) = decide(moved);
            if (outcome != ReviewOutcome.Done) return (outcome, before.State);
            if (after.Content != before.Content) await letters.WriteContentAsync(after, cancellation);
            try
            {
                await letters.UpdateAsync(after, PublishedLetters.Actions(before, after), cancellation);
            }
            catch (ConflictException)
            {
                continue;
            }

            await pages.RenderAsync(show, cancellation);
            return (ReviewOutcome.Done, after.State);
        }
    }

    // Null when the show has no such episode on air.
    private async Task<Letter?> MovedAsync(Letter letter, string? episode, CancellationToken cancellation)
    {
        if (episode is null || episode == (letter.Episode ?? "")) return letter;
        if (episode.Length == 0) return letter with { Episode = null, EpisodeRule = ByHost, State = letter.IsPublic ? LetterState.Waiting : letter.State };
        return await catalog.FindAsync(letter.Show, episode, cancellation) is { State: EpisodeState.Live } ? letter with { Episode = episode, EpisodeRule = ByHost } : null;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : SafeText.Clean(text.ReplaceLineEndings("\n").Trim());
}

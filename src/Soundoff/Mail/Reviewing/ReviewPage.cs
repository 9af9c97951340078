using Soundoff.Lists;
using Soundoff.Mail.Letters;
using Soundoff.Shows;

namespace Soundoff.Mail.Reviewing;

/// <summary>What the page behind a signed link shows. Making it changes nothing.</summary>
/// <param name="Letter">The letter with its content. To a listener's link it is the listener's own.</param>
/// <param name="Allowed">What the form may ask for.</param>
/// <param name="Token">The link's own, for the form.</param>
/// <param name="Form">The one-time token of the form, good for an hour.</param>
/// <param name="Show">The letter's show.</param>
/// <param name="EpisodeTitle">Plain text; null for the show at large.</param>
/// <param name="Episodes">Where it may be moved to, the newest first; empty when the link does not allow that.</param>
public sealed record ReviewPage(Letter Letter, LetterActions Allowed, string Token, string Form, Show Show, string? EpisodeTitle, IReadOnlyList<ListedEpisode> Episodes)
{
    /// <summary>Whether publishing needs a written override.</summary>
    public bool NeedsOverride => Letter.ForbidsPublication && (Allowed & LetterActions.Publish) != 0;
}

/// <summary>What a link opens.</summary>
/// <param name="Outcome"><see cref="ReviewOutcome.Done"/> when it opens.</param>
/// <param name="Show">The show; null when the link is not ours.</param>
/// <param name="Page">What is shown; null when it does not open.</param>
public sealed record ReviewOpening(ReviewOutcome Outcome, Show? Show, ReviewPage? Page)
{
    /// <summary>What an expired link of a listener still offers; null for none.</summary>
    public RenewalOffer? Renewal { get; init; }

    /// <summary>The letter that the link is about; null when it opens none and offers nothing.</summary>
    public Letter? Letter => Page?.Letter ?? Renewal?.Letter;
}

/// <summary>The offer to send a fresh link.</summary>
/// <param name="Letter">The letter that the link was about, with its content: nothing of it is shown.</param>
/// <param name="Token">The expired link's own.</param>
/// <param name="Form">The one-time token of the form, good for an hour.</param>
public sealed record RenewalOffer(Letter Letter, string Token, string Form);

/// <summary>What the form sends.</summary>
public sealed record ReviewForm
{
    /// <summary>One of <see cref="LetterActionNames.All"/>.</summary>
    public required LetterActions Action { get; init; }

    /// <summary>The one-time token of <see cref="ReviewPage.Form"/>.</summary>
    public required string Form { get; init; }

    /// <summary>The text for <see cref="LetterActions.Edit"/>, and for publishing where it was edited at once; null to leave it.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// The slug for <see cref="LetterActions.Move"/>, and for publishing or editing where it is moved at once; the address of an episode's page will do. Empty for the show at
    /// large, null to leave it.
    /// </summary>
    public string? Episode { get; init; }

    /// <summary>Why a letter may be published although its author asks not to be.</summary>
    public string? Override { get; init; }

    /// <summary>What is wished, without the token: two forms with the same wish do the same.</summary>
    internal string Wish => string.Join('\0', Action, Text, Episode, Override);
}

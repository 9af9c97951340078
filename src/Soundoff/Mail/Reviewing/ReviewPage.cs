using Soundoff.Mail.Letters;

namespace Soundoff.Mail.Reviewing;

/// <summary>What the page behind a signed link shows. Making it changes nothing.</summary>
/// <param name="Letter">The letter with its content. To a listener's link it is the listener's own.</param>
/// <param name="Allowed">What the form may ask for.</param>
/// <param name="Form">The one-time token of the form, good for an hour.</param>
/// <param name="ShowTitle">Plain text.</param>
/// <param name="EpisodeTitle">Plain text; null for the show at large.</param>
/// <param name="Language">The show's, BCP 47.</param>
public sealed record ReviewPage(Letter Letter, LetterActions Allowed, string Form, string ShowTitle, string? EpisodeTitle, string Language)
{
    /// <summary>Whether publishing needs a written override.</summary>
    public bool NeedsOverride => Letter.ForbidsPublication && (Allowed & LetterActions.Publish) != 0;
}

/// <summary>What the form sends.</summary>
public sealed record ReviewForm
{
    /// <summary>One of <see cref="LetterActions"/>.</summary>
    public required LetterActions Action { get; init; }

    /// <summary>The one-time token of <see cref="ReviewPage.Form"/>.</summary>
    public required string Form { get; init; }

    /// <summary>The text for <see cref="LetterActions.Edit"/>, and for publishing where it was edited at once; null to leave it.</summary>
    public string? Text { get; init; }

    /// <summary>The slug for <see cref="LetterActions.Move"/>; empty for the show at large.</summary>
    public string? Episode { get; init; }

    /// <summary>Why a letter may be published although its author asks not to be.</summary>
    public string? Override { get; init; }
}

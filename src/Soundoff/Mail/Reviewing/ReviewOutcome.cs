namespace Soundoff.Mail.Reviewing;

/// <summary>What became of an action on a letter.</summary>
public enum ReviewOutcome
{
    /// <summary>Done. Pages follow within seconds.</summary>
    Done,

    /// <summary>The link is not ours.</summary>
    LinkForged,

    /// <summary>The link is ours, and older than its 30 days.</summary>
    LinkExpired,

    /// <summary>The link does not allow this action.</summary>
    NotAllowed,

    /// <summary>The form is too old, or not of this link: open the page again.</summary>
    FormInvalid,

    /// <summary>The form has acted before: open the page again.</summary>
    FormUsed,

    /// <summary>There is no such letter any more.</summary>
    Gone,

    /// <summary>The author asks not to be published: say in the form, in at least ten characters, why it may be all the same.</summary>
    NeedsOverride,

    /// <summary>It is about the show at large: move it to an episode first.</summary>
    NeedsEpisode,

    /// <summary>The show has no such episode.</summary>
    UnknownEpisode,

    /// <summary>There is no text, or it is longer than <see cref="Letters.PublishedLetter.LongestText"/>: edit it first.</summary>
    TextUnfit,

    /// <summary>The listener took it back: it cannot be published any more.</summary>
    Withdrawn,
}

namespace Soundoff.Mail.Reviewing;

/// <summary>What a signed link is bound to.</summary>
public sealed record LetterGrant(string Show, string Letter, LetterActions Actions, DateTimeOffset Expires)
{
    /// <summary>Whether it allows an action.</summary>
    public bool Allows(LetterActions action) => action != LetterActions.None && (Actions & action) == action;
}

/// <summary>A link as read.</summary>
/// <param name="Outcome"><see cref="ReviewOutcome.Done"/>, <see cref="ReviewOutcome.LinkForged"/> or <see cref="ReviewOutcome.LinkExpired"/>.</param>
/// <param name="Grant">What it grants, or granted until it expired; null for a forged one.</param>
public sealed record LinkReading(ReviewOutcome Outcome, LetterGrant? Grant);

/// <summary>A form's token as read.</summary>
/// <param name="Expires">When it ends.</param>
/// <param name="Id">Its random part, the same however the token is written.</param>
public sealed record FormGrant(DateTimeOffset Expires, byte[] Id);

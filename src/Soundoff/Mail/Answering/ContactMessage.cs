using Soundoff.Shows;

namespace Soundoff.Mail.Answering;

/// <summary>What became of a message written into the contact form.</summary>
public enum ContactOutcome
{
    /// <summary>Kept, or thrown away as a robot's: the page says the same.</summary>
    Taken,

    /// <summary>The form is older than a day, or was made by somebody else: show it again with what was written.</summary>
    FormInvalid,

    /// <summary>It was sent faster than people write: show it again with what was written, so that a person can press once more.</summary>
    TooSoon,

    /// <summary>There is no text, or it is longer than 20,000 characters.</summary>
    TextUnfit,

    /// <summary>The address is none that could be written to.</summary>
    AddressUnfit,

    /// <summary>The same person, or the same address, has written enough for this hour.</summary>
    TooMany,
}

/// <summary>Whom the contact form writes to.</summary>
/// <param name="Show">A show that takes letters.</param>
/// <param name="Episode">The slug of an episode on air; null for the show at large.</param>
/// <param name="Title">That episode's title.</param>
public sealed record ContactAddressee(Show Show, string? Episode, string? Title);

/// <summary>What the contact form sends.</summary>
public sealed record ContactMessage
{
    /// <summary>The token of <see cref="ContactForm.BeginAsync"/>.</summary>
    public required string Form { get; init; }

    public string? Name { get; init; }

    /// <summary>Where the author can be answered; null for none.</summary>
    public string? Address { get; init; }

    /// <summary>Where the author is from; null when not told.</summary>
    public string? Place { get; init; }

    public required string Text { get; init; }

    /// <summary>A field that people do not see: whoever fills it is a robot.</summary>
    public string? Trap { get; init; }

    /// <summary>Where it was sent from, as the network tells: counted by its keyed hash and kept nowhere.</summary>
    public string Visitor { get; init; } = "";
}

using Soundoff.Site;

namespace Soundoff.Mail.Sorting;

/// <summary>What the store knows of a show and of a message's sender before the message is sorted.</summary>
public sealed record Known
{
    /// <summary>Whether the show has had a message of the same <see cref="LetterKey"/>.</summary>
    public bool Seen { get; init; }

    /// <summary>The contact addresses of all shows served here: what is written from them, or at their domains by us, is our own mail.</summary>
    public IReadOnlyList<ContactAddress> Contacts { get; init; } = [];

    /// <summary>Whether a host has blocked the sender.</summary>
    public bool Blocked { get; init; }

    /// <summary>How many letters of this sender came in the last hour, this one not counted.</summary>
    public int LettersLastHour { get; init; }

    /// <summary>How many letters of one sender an hour may bring.</summary>
    public int HourlyLimit { get; init; } = 10;

    /// <summary>SpamAssassin's score above which a message is spam.</summary>
    public double SpamThreshold { get; init; } = 5;
}

namespace Soundoff.Mail.Sorting;

/// <summary>What a message is, in the order in which it is asked.</summary>
public enum MailClass
{
    /// <summary>Delivered before: dropped.</summary>
    Duplicate,

    /// <summary>Our own mail come back: dropped.</summary>
    Ours,

    /// <summary>A mail system's report on a message of ours: kept, never answered.</summary>
    Bounce,

    /// <summary>Written by a program: kept, never acknowledged, in the digest.</summary>
    Automatic,

    /// <summary>From somebody a host has blocked: kept until it expires, never shown, never acknowledged.</summary>
    Blocked,

    /// <summary>Quarantined: a line in the digest.</summary>
    Spam,

    /// <summary>A person writes.</summary>
    Letter,
}

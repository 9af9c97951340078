namespace Soundoff.Mail.Sorting.Bounces;

/// <summary>How surely a message's author is a mail system.</summary>
internal enum DaemonSender
{
    /// <summary>A person's or any other address.</summary>
    None,

    /// <summary>An address behind which a person may sit: a postmaster, an administrator.</summary>
    Likely,

    /// <summary>An address no person has.</summary>
    Sure,
}

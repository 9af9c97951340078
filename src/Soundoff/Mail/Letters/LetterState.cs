namespace Soundoff.Mail.Letters;

/// <summary>What hosts, or the listener, decided about a letter.</summary>
public enum LetterState
{
    /// <summary>Nobody has decided.</summary>
    Waiting,

    /// <summary>It stands on its episode's page, with the author's first name.</summary>
    Published,

    /// <summary>It stands on its episode's page, without a name.</summary>
    PublishedNameless,

    /// <summary>A host does not want it shown.</summary>
    Hidden,

    /// <summary>The listener, or a host on the listener's wish, took it back.</summary>
    Withdrawn,
}

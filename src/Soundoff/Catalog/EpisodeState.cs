namespace Soundoff.Catalog;

/// <summary>Where an episode stands.</summary>
public enum EpisodeState
{
    /// <summary>Its page and its feed items are public.</summary>
    Live,

    /// <summary>Its date is still to come.</summary>
    Scheduled,

    /// <summary>Checked, not published.</summary>
    Draft,

    /// <summary>Its files are gone. Its identity is kept, so that it returns as the same episode.</summary>
    Removed,
}

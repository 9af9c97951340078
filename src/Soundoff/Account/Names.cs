namespace Soundoff.Account;

/// <summary>The containers of the storage account.</summary>
public static class Containers
{
    /// <summary>What publishers upload; private.</summary>
    public const string Episodes = "episodes";

    /// <summary>Episodes as read, and shows; private.</summary>
    public const string Records = "records";

    /// <summary>Everything public: the static website.</summary>
    public const string Site = "$web";

    /// <summary>What publishers should know; private.</summary>
    public const string Reports = "reports";

    /// <summary>Raw messages; private.</summary>
    public const string Mail = "mail";

    /// <summary>Messages not sent because no key is set; private.</summary>
    public const string Outbox = "outbox";

    /// <summary>Events that Event Grid could not deliver; private, and made by the infrastructure alone.</summary>
    public const string DeadLetters = "dead-letters";

    /// <summary>All that the engine makes.</summary>
    public static IReadOnlyList<string> All { get; } = [Site, Episodes, Records, Reports, Mail, Outbox];
}

/// <summary>The queues. Each has its <c>-poison</c> queue.</summary>
public static class Queues
{
    /// <summary>Something about an episode's uploads changed.</summary>
    public const string EpisodeEvents = "episode-events";

    /// <summary>A show has work to render.</summary>
    public const string ShowUpdates = "show-updates";

    /// <summary>A letter has come.</summary>
    public const string Letters = "letters";

    /// <summary>All of them, without the poison queues.</summary>
    public static IReadOnlyList<string> All { get; } = [EpisodeEvents, ShowUpdates, Letters];

    /// <summary>Where the messages of a queue go that failed five times.</summary>
    public static string Poison(string queue) => queue + "-poison";
}

/// <summary>The tables.</summary>
public static class Tables
{
    /// <summary>Episodes, lists and work.</summary>
    public const string Catalog = "Catalog";

    /// <summary>Letters, consent and blocks.</summary>
    public const string Letters = "Letters";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Catalog, Letters];
}

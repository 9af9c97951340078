namespace Soundoff.Mail.Matching;

/// <summary>The names of what can decide an episode, in the order in which it is asked. They stand in the records of letters.</summary>
public static class EpisodeRules
{
    /// <summary>The envelope's recipient names it: <c>contact+hanoi@</c>.</summary>
    public const string Recipient = "episode.recipient";

    /// <summary>It answers a message of ours about the episode.</summary>
    public const string Answer = "episode.answer";

    /// <summary>It holds a link to the episode's page.</summary>
    public const string Link = "episode.link";

    /// <summary>It names the episode's title.</summary>
    public const string Title = "episode.title";

    /// <summary>It names the episode's number.</summary>
    public const string Number = "episode.number";

    /// <summary>It came within 14 days of the newest episode.</summary>
    public const string Newest = "episode.newest";

    /// <summary>Nothing names an episode: the show at large.</summary>
    public const string Show = "show";

    /// <summary>Nothing names a show.</summary>
    public const string None = "none";

    /// <summary>All of them with their meaning, for the documentation.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new(Recipient, "The envelope's recipient names the episode."),
        new(Answer, "It answers a message of ours about the episode."),
        new(Link, "It holds a link to the episode's page, and to no other's."),
        new(Title, "It names the title of one episode."),
        new(Number, "It names the number of one episode."),
        new(Newest, "It came within the first 14 days of the newest episode."),
        new(Show, "Nothing names an episode: it is about the show at large."),
        new(None, "Nothing names a show."),
    ];
}

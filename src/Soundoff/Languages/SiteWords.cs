namespace Soundoff.Languages;

/// <summary>The words of the site’s pages and of notes in feeds. <c>{0}</c> stands for a value.</summary>
internal sealed record SiteWords
{
    public required string Skip { get; init; }
    public required string AllShows { get; init; }
    public required string Shows { get; init; }
    public required string NoShows { get; init; }
    public required string SiteMenu { get; init; }
    public required string Episodes { get; init; }
    public required string Subscribe { get; init; }
    public required string SubscribeHint { get; init; }
    public required string Contact { get; init; }
    public required string ContactHint { get; init; }
    public required string Address { get; init; }
    public required string Latest { get; init; }
    public required string Earlier { get; init; }
    public required string Archive { get; init; }
    public required string NoEpisodes { get; init; }
    public required string Website { get; init; }
    public required string HostedBy { get; init; }
    public required string People { get; init; }
    public required string Chapters { get; init; }
    public required string Highlights { get; init; }
    public required string Transcript { get; init; }
    public required string Topics { get; init; }
    public required string Topic { get; init; }
    public required string Guest { get; init; }
    public required string Month { get; init; }
    public required string Year { get; init; }
    public required string Links { get; init; }
    public required string Source { get; init; }
    public required string Location { get; init; }
    public required string License { get; init; }
    public required string Explicit { get; init; }
    public required string Letters { get; init; }
    public required string Listener { get; init; }
    public required string Listen { get; init; }
    public required string Play { get; init; }
    public required string NoPlayer { get; init; }
    public required string Download { get; init; }
    public required string Downloads { get; init; }
    public required string Older { get; init; }
    public required string Newer { get; init; }
    public required string Neighbours { get; init; }
    public required string Artwork { get; init; }
    public required string Trailer { get; init; }
    public required string Bonus { get; init; }
    public required string NotFound { get; init; }
    public required string NotFoundText { get; init; }
    public required string Moved { get; init; }
    public required string MovedText { get; init; }
    public required string OurAddress { get; init; }
    public required string ReadOn { get; init; }
    public required string Comma { get; init; }
    public required string Colon { get; init; }
    public required string Season { get; init; }
    public required string Number { get; init; }
    public required Plural EpisodeCount { get; init; }
    public required Plural Minutes { get; init; }
    public required Plural Hours { get; init; }
    public required string HoursAndMinutes { get; init; }
    public required string Bytes { get; init; }
    public required string Kilobytes { get; init; }
    public required string Megabytes { get; init; }
    public required string Gigabytes { get; init; }
}

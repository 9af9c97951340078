using System.Globalization;

namespace Soundoff.Pages;

/// <summary>The words of the pages' own, in one language. Publishers' words never stand here.</summary>
internal sealed record Words
{
    public string Skip { get; init; } = "Skip to content";
    public string AllShows { get; init; } = "All shows";
    public string Shows { get; init; } = "Shows";
    public string NoShows { get; init; } = "Nothing is on air yet.";
    public string SiteMenu { get; init; } = "Show";
    public string Episodes { get; init; } = "Episodes";
    public string Subscribe { get; init; } = "Subscribe";
    public string SubscribeHint { get; init; } = "Put a feed’s address into any podcast or news app, and every new episode comes by itself.";
    public string Contact { get; init; } = "Write to us";
    public string ContactHint { get; init; } = "A question, a correction, a story of your own? We read every letter.";
    public string Address { get; init; } = "Our address:";
    public string Latest { get; init; } = "Latest episode";
    public string Earlier { get; init; } = "More episodes";
    public string Archive { get; init; } = "Archive";
    public string NoEpisodes { get; init; } = "The first episode is on its way.";
    public string Support { get; init; } = "Support the show";
    public string Website { get; init; } = "Website";
    public string HostedBy { get; init; } = "With";
    public string People { get; init; } = "People";
    public string AllEpisodesWith { get; init; } = "All episodes with";
    public string Chapters { get; init; } = "Chapters";
    public string Highlights { get; init; } = "Highlights";
    public string Transcript { get; init; } = "Transcript";
    public string Topics { get; init; } = "Topics";
    public string Topic { get; init; } = "Topic";
    public string Guest { get; init; } = "Guest";
    public string Month { get; init; } = "Month";
    public string Year { get; init; } = "Year";
    public string Links { get; init; } = "Links";
    public string More { get; init; } = "More about it";
    public string Source { get; init; } = "Source:";
    public string Location { get; init; } = "Location";
    public string License { get; init; } = "Licence";
    public string Explicit { get; init; } = "Explicit";
    public string Letters { get; init; } = "Letters";
    public string Listener { get; init; } = "A listener";
    public string Listen { get; init; } = "Listen";
    public string Play { get; init; } = "Play from";
    public string NoPlayer { get; init; } = "Your browser cannot play this recording.";
    public string Download { get; init; } = "Download";
    public string Downloads { get; init; } = "Downloads";
    public string Length { get; init; } = "Length";
    public string Older { get; init; } = "Older";
    public string Newer { get; init; } = "Newer";
    public string Neighbours { get; init; } = "Older and newer";
    public string Artwork { get; init; } = "Cover of";
    public string Trailer { get; init; } = "Trailer";
    public string Bonus { get; init; } = "Bonus";
    public string NotFound { get; init; } = "Nothing but static";
    public string NotFoundText { get; init; } = "There is no page at this address. It may have moved, or never been on air.";
    public string Moved { get; init; } = "This page has moved";
    public string MovedText { get; init; } = "It is now at:";
    public string Feed { get; init; } = "feed";

    public DeskWords Desk { get; init; } = new();
    public FormWords Form { get; init; } = new();

    private string SeasonPattern { get; init; } = "Season {0}";
    private string NumberPattern { get; init; } = "Episode {0}";
    private string MinutesPattern { get; init; } = "{0} min";
    private string HoursPattern { get; init; } = "{0} h {1} min";
    private string OneEpisode { get; init; } = "1 episode";
    private string ManyEpisodes { get; init; } = "{0} episodes";

    // Roles that read otherwise than their name with a capital.
    private IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>();

    private static readonly Words English = new();

    private static readonly Dictionary<string, Words> ByLanguage = new(StringComparer.Ordinal) { ["en"] = English };

    /// <summary>The words for a BCP 47 language: its own, else those of its primary language, else English.</summary>
    public static Words For(string language)
    {
        var tag = language.ToLowerInvariant();
        return ByLanguage.GetValueOrDefault(tag) ?? ByLanguage.GetValueOrDefault(tag.Split('-')[0]) ?? English;
    }

    public string Season(int number, string? name) => Filled(SeasonPattern, number) + (name is null ? "" : ": " + name);

    public string Number(int number) => Filled(NumberPattern, number);

    /// <summary>Minutes, and hours from the second hour's end on: "95 min", "2 h 5 min".</summary>
    public string Minutes(int minutes) => minutes < 120 ? Filled(MinutesPattern, minutes) : string.Format(CultureInfo.InvariantCulture, HoursPattern, minutes / 60, minutes % 60);

    public string Count(int episodes) => episodes == 1 ? OneEpisode : Filled(ManyEpisodes, episodes);

    /// <summary>A role of the Podcast Taxonomy, as it stands beside one name.</summary>
    public string Role(string role) => Roles.GetValueOrDefault(role) ?? (role.Length == 0 ? role : char.ToUpperInvariant(role[0]) + role[1..]);

    private static string Filled(string pattern, int number) => string.Format(CultureInfo.InvariantCulture, pattern, number);
}

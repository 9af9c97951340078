using System.Text.Json.Serialization;
using Soundoff.Episodes;
using Soundoff.Episodes.Podcasting;
using Soundoff.Shows.Podcasting;
using Soundoff.Site;

namespace Soundoff.Shows;

/// <summary>A show with everything decided: <c>show.yaml</c> over the defaults. What pages and feeds say of the whole.</summary>
public sealed record Show
{
    /// <summary>The show's folder and its part of every address: a slug.</summary>
    public required string Name { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text, at most 4,000 bytes in feeds; empty when the publisher gave none.</summary>
    public string Description { get; init; } = "";

    /// <summary>BCP 47, lower case.</summary>
    public string Language { get; init; } = "en";

    /// <summary>IANA time zone that dates without an offset are in.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Who makes it; falls back to the title.</summary>
    public string? Author { get; init; }

    /// <summary>The owner as directories want it; published only when given.</summary>
    public Owner? Owner { get; init; }

    /// <summary>Apple's categories, in order of weight.</summary>
    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>Apple's explicit flag; null when the publisher did not say.</summary>
    public bool? Explicit { get; init; }

    /// <summary><c>episodic</c> or <c>serial</c>.</summary>
    public string Kind { get; init; } = "episodic";

    /// <summary>Who holds the rights, without "Copyright" or a year.</summary>
    public string? Copyright { get; init; }

    /// <summary>SPDX identifier or name.</summary>
    public string? License { get; init; }

    /// <summary>The hosts (and other regulars) of every episode that names none of its own.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>The address listeners write to; never in the HTML as text.</summary>
    public ContactAddress? Contact { get; init; }

    /// <summary>How letters are handled; never published.</summary>
    public LetterSettings Mail { get; init; } = new();

    /// <summary>Places to listen, follow and pay; a <c>facebook</c> entry is what "find us on Facebook" leads to.</summary>
    public IReadOnlyList<ShowLink> Links { get; init; } = [];

    /// <summary>Ways to support the show (<c>podcast:funding</c>).</summary>
    public IReadOnlyList<Link> Funding { get; init; } = [];

    /// <summary>Set on every episode that has none of its own.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The square cover, mended to Apple's rule; null only while nothing has been published.</summary>
    public PublicFile? Cover { get; init; }

    /// <summary>The podcast GUID: UUIDv5 of the feed's address, or the one an import brought. Kept for ever.</summary>
    public string Guid { get; init; } = "";

    /// <summary>No more episodes will come.</summary>
    public bool Complete { get; init; }

    /// <summary>Kept out of directories.</summary>
    public bool Block { get; init; }

    /// <summary>Whether other hosts may import the feed (<c>podcast:locked</c>).</summary>
    public bool Locked { get; init; } = true;

    /// <summary>Where the feed has moved to.</summary>
    public Uri? NewFeed { get; init; }

    /// <summary><c>podcast:medium</c>.</summary>
    public string Medium { get; init; } = "podcast";

    /// <summary>How the feeds are cut.</summary>
    public FeedSettings Feed { get; init; } = new();

    /// <summary>Former addresses of the RSS feed, as paths below the show's folder: they answer with the same bytes.</summary>
    public IReadOnlyList<string> FeedAliases { get; init; } = [];

    /// <summary>What is or will be on air, in the order of its beginning.</summary>
    public IReadOnlyList<LiveItem> Live { get; init; } = [];

    /// <summary>What only few shows say, in tags of the Podcasting 2.0 namespace; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ShowTags? Tags { get; init; }

    /// <summary>Whether its RSS feed names items of other feeds and has none of its own.</summary>
    [JsonIgnore]
    public bool IsList => Mediums.IsList(Medium);

    /// <summary>Those with role <c>host</c>.</summary>
    public IEnumerable<Person> Hosts => People.Where(p => p.Role == "host");

    /// <summary>The time zone that <see cref="TimeZone"/> names.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

/// <summary>The feed's owner (<c>itunes:owner</c>). Published with the feed.</summary>
public sealed record Owner(string Name, string Email);

/// <summary>A category of Apple's list with, perhaps, its sub-level.</summary>
public sealed record Category(string Name, string? Sub);

/// <summary>A place of the show elsewhere.</summary>
/// <param name="Network">Lower-case word that names the place: <c>facebook</c>, <c>apple</c>, <c>spotify</c>, <c>mastodon</c>, <c>website</c> …</param>
/// <param name="Title">What is printed.</param>
/// <param name="Address">http or https.</param>
public sealed record ShowLink(string Network, string Title, Uri Address);

/// <summary>How the feeds are cut.</summary>
public sealed record FeedSettings
{
    /// <summary>Episodes in <c>feed.xml</c>; null for all of them.</summary>
    public int? Items { get; init; } = 100;

    /// <summary>Whether episodes without audio stand in the RSS feed too.</summary>
    public bool TextEpisodes { get; init; }
}

/// <summary>How a show handles letters. Never published: it holds the hosts' own addresses.</summary>
public sealed record LetterSettings
{
    /// <summary>Where letters are forwarded to, and who may answer through the relay; lower case.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Whether listeners are told that their letter arrived.</summary>
    public bool Acknowledge { get; init; } = true;

    /// <summary>SpamAssassin's score above which a message is spam.</summary>
    public int SpamThreshold { get; init; } = 5;

    /// <summary>Whether hosts get a digest each day on which something came.</summary>
    public bool Digest { get; init; } = true;

    /// <summary>How many letters an hour are forwarded one by one and acknowledged; null for as many as the station's settings say. More come bundled.</summary>
    public int? LettersPerHour { get; init; }

    /// <summary>How often hosts get a bundle of the letters beyond that: from a minute to a day.</summary>
    public TimeSpan Bundle { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The show's own mail templates by file name, <c>ack.text.liquid</c> and the like, from its folder <c>theme/mail/</c>; all of them have passed a check.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>();
}

using Soundoff.Episodes;
using Soundoff.Episodes.Podcasting;

namespace Soundoff.Shows.Podcasting;

/// <summary>What a show says in tags of the Podcasting 2.0 namespace that most shows do not use. A show without any has none of these at all.</summary>
public sealed record ShowTags
{
    /// <summary>Places it is about or is made at (<c>podcast:location</c>).</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>Where the text of its licence is, for a licence that is on no list (<c>podcast:license</c>).</summary>
    public Uri? LicenseText { get; init; }

    /// <summary>Platforms that may, or may not, show it (<c>podcast:block id</c>).</summary>
    public IReadOnlyList<PlatformBlock> Blocks { get; init; } = [];

    /// <summary>Where it is talked about (<c>podcast:socialInteract</c>).</summary>
    public IReadOnlyList<SocialThread> Threads { get; init; } = [];

    /// <summary>Its chat (<c>podcast:chat</c>).</summary>
    public ChatRoom? Chat { get; init; }

    /// <summary>How listeners may pay (<c>podcast:value</c>).</summary>
    public IReadOnlyList<ValueBlock> Value { get; init; } = [];

    /// <summary>Pictures for other uses than the cover (<c>podcast:image</c>).</summary>
    public IReadOnlyList<PictureUse> Images { get; init; } = [];

    /// <summary>Free texts (<c>podcast:txt</c>).</summary>
    public IReadOnlyList<PurposeText> Texts { get; init; } = [];

    /// <summary>Trailers of the show and its seasons (<c>podcast:trailer</c>).</summary>
    public IReadOnlyList<Trailer> Trailers { get; init; } = [];

    /// <summary>Shows that its makers recommend (<c>podcast:podroll</c>).</summary>
    public IReadOnlyList<RemoteItem> Podroll { get; init; } = [];

    /// <summary>What a list holds, or what a publisher publishes (<c>podcast:remoteItem</c>).</summary>
    public IReadOnlyList<RemoteItem> Items { get; init; } = [];

    /// <summary>The feed of who publishes it (<c>podcast:publisher</c>).</summary>
    public RemoteItem? Publisher { get; init; }

    /// <summary>When episodes come (<c>podcast:updateFrequency</c>).</summary>
    public UpdateFrequency? Frequency { get; init; }

    /// <summary>Whether changes of the feed are told by podping (<c>podcast:podping</c>).</summary>
    public bool UsesPodping { get; init; }

    /// <summary>Elements of other namespaces, well-formed XML that is written as it is.</summary>
    public string? Extra { get; init; }

    /// <summary>Itself; null when it says nothing.</summary>
    public ShowTags? OrNone() => this is
    {
        Places.Count: 0, LicenseText: null, Blocks.Count: 0, Threads.Count: 0, Chat: null, Value.Count: 0, Images.Count: 0, Texts.Count: 0, Trailers.Count: 0,
        Podroll.Count: 0, Items.Count: 0, Publisher: null, Frequency: null, UsesPodping: false, Extra: null,
    } ? null : this;
}

/// <summary>Whether a platform may show the show (<c>podcast:block</c>).</summary>
/// <param name="Platform">One of <see cref="Platforms"/>.</param>
/// <param name="IsBlocked">False for one that may although all others may not.</param>
public sealed record PlatformBlock(string Platform, bool IsBlocked)
{
    /// <summary>The namespace's list, serviceslugs.txt.</summary>
    public static IReadOnlyList<string> Platforms { get; } =
    [
        "acast", "amazon", "anchor", "apple", "audible", "audioboom", "backtracks", "bitcoin", "blubrry", "buzzsprout", "captivate", "castos", "castopod", "facebook",
        "fireside", "fyyd", "google", "gpodder", "hypercatcher", "kasts", "libsyn", "mastodon", "megafono", "megaphone", "omnystudio", "overcast", "paypal", "pinecast",
        "podbean", "podcastaddict", "podcastguru", "podcastindex", "podcasts", "podchaser", "podcloud", "podfriend", "podiant", "podigee", "podnews", "podomatic",
        "podserve", "podverse", "redcircle", "relay", "resonaterecordings", "rss", "shoutengine", "simplecast", "slack", "soundcloud", "spotify", "spreaker", "tiktok",
        "transistor", "twitter", "whooshkaa", "youtube", "zencast",
    ];
}

/// <summary>A trailer (<c>podcast:trailer</c>).</summary>
/// <param name="Title">At most 128 characters.</param>
/// <param name="Address">The recording, http or https.</param>
/// <param name="Date">When it came.</param>
/// <param name="Type">Media type.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Season">The season it is for.</param>
public sealed record Trailer(string Title, Uri Address, WrittenDate Date, string? Type = null, long? Length = null, int? Season = null);

/// <summary>When episodes come (<c>podcast:updateFrequency</c>).</summary>
/// <param name="Text">As printed, at most 128 characters.</param>
/// <param name="Rule">RFC 5545 section 3.3.10: <c>FREQ=WEEKLY;BYDAY=MO</c>.</param>
/// <param name="Start">ISO 8601: from when the rule holds.</param>
/// <param name="IsComplete">No more will come.</param>
public sealed record UpdateFrequency(string Text, string? Rule = null, string? Start = null, bool IsComplete = false);

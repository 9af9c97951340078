namespace Soundoff.Episodes.Podcasting;

/// <summary>
/// What an episode says in tags of the Podcasting 2.0 namespace that most episodes do not use. An episode without any has none of these at all,
/// so that they cost nothing.
/// </summary>
public sealed record EpisodeTags
{
    /// <summary>Places it is about or was made at (<c>podcast:location</c>), where more than a name is known.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>Where the text of its licence is, for a licence that is on no list (<c>podcast:license</c>).</summary>
    public Uri? LicenseText { get; init; }

    /// <summary>A number between two whole ones, such as 100.5 (<c>podcast:episode</c>); Apple knows whole ones only.</summary>
    public decimal? Number { get; init; }

    /// <summary>What is shown in place of the number, at most 32 characters (<c>podcast:episode display</c>).</summary>
    public string? NumberShown { get; init; }

    /// <summary>Ways to support this episode (<c>podcast:funding</c>).</summary>
    public IReadOnlyList<Link> Funding { get; init; } = [];

    /// <summary>Where it is talked about (<c>podcast:socialInteract</c>).</summary>
    public IReadOnlyList<SocialThread> Threads { get; init; } = [];

    /// <summary>Its own chat (<c>podcast:chat</c>).</summary>
    public ChatRoom? Chat { get; init; }

    /// <summary>How listeners may pay (<c>podcast:value</c>).</summary>
    public IReadOnlyList<ValueBlock> Value { get; init; } = [];

    /// <summary>The same content in other files or at other places (<c>podcast:alternateEnclosure</c>).</summary>
    public IReadOnlyList<AlternateEnclosure> Enclosures { get; init; } = [];

    /// <summary>Where else it can be heard or seen (<c>podcast:contentLink</c>).</summary>
    public IReadOnlyList<Link> ContentLinks { get; init; } = [];

    /// <summary>Pictures for other uses than the artwork (<c>podcast:image</c>).</summary>
    public IReadOnlyList<PictureUse> Images { get; init; } = [];

    /// <summary>Free texts (<c>podcast:txt</c>).</summary>
    public IReadOnlyList<PurposeText> Texts { get; init; } = [];

    /// <summary>Elements of other namespaces, well-formed XML that is written as it is.</summary>
    public string? Extra { get; init; }

    /// <summary>Itself; null when it says nothing.</summary>
    public EpisodeTags? OrNone() => this is
    {
        Places.Count: 0, LicenseText: null, Number: null, NumberShown: null, Funding.Count: 0, Threads.Count: 0, Chat: null, Value.Count: 0,
        Enclosures.Count: 0, ContentLinks.Count: 0, Images.Count: 0, Texts.Count: 0, Extra: null,
    } ? null : this;
}

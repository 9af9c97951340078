namespace Soundoff.Pages.Views;

/// <summary>The document's head, and what the root element says.</summary>
internal sealed record HeadView
{
    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>Whether the page carries its content security policy, as pages do whose server sends none. False for pages that are sent with one of their own.</summary>
    public bool CarriesPolicy { get; init; } = true;

    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>Absolute; null for pages that have no address of their own.</summary>
    public string? Canonical { get; init; }

    /// <summary>Not for search engines.</summary>
    public bool Hidden { get; init; }

    /// <summary>Where the page leads at once.</summary>
    public string? Refresh { get; init; }

    /// <summary>The colours of the page: the number of a palette of generated covers.</summary>
    public required int Tone { get; init; }

    public IReadOnlyList<FeedView> Feeds { get; init; } = [];

    public ShareView? Share { get; init; }

    /// <summary>Linked data as JSON, already safe inside a script element.</summary>
    public SafeHtml? Data { get; init; }

    public required string Style { get; init; }

    public required string Icon { get; init; }

    /// <summary>What runs on this kind of page besides.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [];

    /// <summary>Whether it has a form that leads to a page of the site.</summary>
    public bool Asks { get; init; }

    /// <summary>Whether its scripts may fetch from the site.</summary>
    public bool Fetches { get; init; }

    /// <summary>What runs on the page; null for nothing.</summary>
    public string? Script { get; init; }

    /// <summary>The show whose recordings play on the page; null where none do, and no player comes with it.</summary>
    public string? Playing { get; init; }

    /// <summary>What oEmbed says of the page: absolute; null where it says nothing.</summary>
    public string? Oembed { get; init; }
}

/// <summary>A feed to discover.</summary>
internal sealed record FeedView(string Type, string Name, string Title, string Address);

/// <summary>Open Graph and its relatives: what is shown where the page is shared. Addresses are absolute.</summary>
/// <param name="Kind"><c>website</c> or <c>article</c>.</param>
/// <param name="Site">The show's name.</param>
/// <param name="Title">The page's title without the show's.</param>
/// <param name="Image">A picture.</param>
/// <param name="Audio">The recording.</param>
/// <param name="AudioType">Its media type.</param>
/// <param name="Published">ISO 8601.</param>
/// <param name="Player">The player that networks show in a frame; null without a recording.</param>
internal sealed record ShareView(string Kind, string Site, string Title, ImageView? Image, string? Audio, string? AudioType, string? Published, FrameView? Player);

/// <summary>A page in a frame of another site, with the frame's size in CSS pixels.</summary>
internal sealed record FrameView(string Address, int Width, int Height);

namespace Soundoff.Pages.Views;

/// <summary>What every page of a show says of it.</summary>
internal sealed record ShowView
{
    public required string Title { get; init; }

    public required string Home { get; init; }

    /// <summary>The list of all shows.</summary>
    public required string Root { get; init; }

    public required bool IsHome { get; init; }

    /// <summary>Where to search the show; null on pages that are not the site's.</summary>
    public string? Search { get; init; }

    public string? Author { get; init; }

    /// <summary>Where it is said how to follow the show.</summary>
    public required string Subscribe { get; init; }

    /// <summary>How to follow it; null on pages that do not say.</summary>
    public FollowView? Follow { get; init; }

    public ImageView? Cover { get; init; }

    public IReadOnlyList<FeedView> Feeds { get; init; } = [];

    public IReadOnlyList<LinkView> Links { get; init; } = [];

    public IReadOnlyList<LinkView> Funding { get; init; } = [];

    public ContactView? Contact { get; init; }

    public string? Copyright { get; init; }

    public LicenseView? License { get; init; }
}

/// <summary>How to follow a show.</summary>
/// <param name="Apps">The apps.</param>
/// <param name="Feed">The RSS feed: absolute.</param>
/// <param name="Code">That address as a picture of its QR code.</param>
internal sealed record FollowView(IReadOnlyList<AppView> Apps, string Feed, string Code);

/// <summary>An app, or a place, that a show is followed in.</summary>
/// <param name="Name">As it spells itself.</param>
/// <param name="Address">Opens the show there.</param>
/// <param name="Icon">Which picture of ours stands beside it.</param>
internal sealed record AppView(string Name, string Address, string Icon);

/// <summary>A licence by its name, with the address of its text where that is known.</summary>
internal sealed record LicenseView(string Name, string? Address);

/// <summary>The protected address.</summary>
/// <param name="Readable">What everybody can read: <c>contact+hanoi at radio.example</c>.</param>
/// <param name="Sealed">The <c>mailto:</c> link as the script restores it.</param>
/// <param name="Form">The way to write without mail.</param>
internal sealed record ContactView(string Readable, string Sealed, string Form);

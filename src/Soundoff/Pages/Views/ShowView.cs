namespace Soundoff.Pages.Views;

/// <summary>What every page of a show says of it.</summary>
internal sealed record ShowView
{
    public required string Title { get; init; }

    public required string Home { get; init; }

    /// <summary>The list of all shows.</summary>
    public required string Root { get; init; }

    public required bool IsHome { get; init; }

    public string? Author { get; init; }

    public ImageView? Cover { get; init; }

    public IReadOnlyList<FeedView> Feeds { get; init; } = [];

    public IReadOnlyList<LinkView> Links { get; init; } = [];

    public IReadOnlyList<LinkView> Funding { get; init; } = [];

    public ContactView? Contact { get; init; }

    public string? Copyright { get; init; }

    public LicenseView? License { get; init; }
}

/// <summary>A licence by its name, with the address of its text where that is known.</summary>
internal sealed record LicenseView(string Name, string? Address);

/// <summary>The protected address.</summary>
/// <param name="Readable">What everybody can read: <c>contact+hanoi at radio.example</c>.</param>
/// <param name="Sealed">The <c>mailto:</c> link as the script restores it.</param>
/// <param name="Form">The way to write without mail.</param>
internal sealed record ContactView(string Readable, string Sealed, string Form);

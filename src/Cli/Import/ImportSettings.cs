namespace Soundoff.Cli.Import;

/// <summary>How a feed is taken in.</summary>
internal sealed record ImportSettings
{
    /// <summary>Whether recordings stay where they are, and episodes name their addresses.</summary>
    public bool KeepMedia { get; init; }

    /// <summary>Whether the addresses of services that count downloads are taken off recordings.</summary>
    public bool StripPrefixes { get; init; }

    /// <summary>How long a server that failed is left alone before the second try.</summary>
    public TimeSpan FirstRest { get; init; } = TimeSpan.FromSeconds(1);
}

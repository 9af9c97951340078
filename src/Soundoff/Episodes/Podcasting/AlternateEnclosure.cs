namespace Soundoff.Episodes.Podcasting;

/// <summary>The same content as another file, or from other places (<c>podcast:alternateEnclosure</c>).</summary>
public sealed record AlternateEnclosure
{
    /// <summary>Media type.</summary>
    public required string Type { get; init; }

    /// <summary>Where it is; at least one.</summary>
    public required IReadOnlyList<MediaSource> Sources { get; init; }

    /// <summary>Bytes.</summary>
    public long? Length { get; init; }

    /// <summary>Bits a second, on average.</summary>
    public long? BitRate { get; init; }

    /// <summary>Pixels, for video.</summary>
    public int? Height { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>What it is called in a choice, at most 32 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Groups files of one content, at most 32 characters.</summary>
    public string? Rel { get; init; }

    /// <summary>RFC 6381: <c>avc1.640028, mp4a.40.2</c>.</summary>
    public string? Codecs { get; init; }

    /// <summary>Whether it is the file of the enclosure itself.</summary>
    public bool IsEnclosure { get; init; }

    /// <summary>How the file is known to be whole; null when nothing tells.</summary>
    public Integrity? Integrity { get; init; }
}

/// <summary>A place of a file (<c>podcast:source</c>).</summary>
/// <param name="Address">Any scheme that apps may know: https, ipfs, magnet.</param>
/// <param name="ContentType">Media type of what is there, where it is not the file itself: a torrent.</param>
public sealed record MediaSource(Uri Address, string? ContentType = null)
{
    /// <summary>An address as a feed writes it. Only those of the web are spelled anew: what stands for a host elsewhere may know capitals.</summary>
    public static string Written(Uri address) => address.Scheme is "http" or "https" ? address.AbsoluteUri : address.OriginalString.Trim();
}

/// <summary>How a file is known to be whole (<c>podcast:integrity</c>).</summary>
/// <param name="Type"><c>sri</c> or <c>pgp-signature</c>.</param>
/// <param name="Value">A Subresource Integrity string, or a signature in base64.</param>
public sealed record Integrity(string Type, string Value);

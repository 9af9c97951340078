using System.Xml;
using Soundoff.Episodes.Podcasting;

namespace Soundoff.Feeds;

/// <summary><c>podcast:license</c>, alike in channel and item.</summary>
internal static class LicenseElement
{
    // The namespace knows an identifier of its list, or any name with the address of its text; a name alone would be wrong, so it is left out.
    public static void Write(XmlWriter xml, string? license, Uri? text)
    {
        var name = license?.Trim();
        if (string.IsNullOrEmpty(name)) return;
        if (text is not null) xml.PodcastElement("license", KnownLicenses.Find(name) is { } known ? known.ToLowerInvariant() : name, 128, ("url", text.AbsoluteUri));
        else if (Uri.TryCreate(name, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https")) xml.PodcastElement("license", name, 128, ("url", url.AbsoluteUri));
        else if (KnownLicenses.Find(name) is { } listed) xml.PodcastElement("license", listed.ToLowerInvariant());
    }
}

using System.Xml;

namespace Soundoff.Feeds;

/// <summary><c>podcast:license</c>, alike in channel and item.</summary>
internal static class LicenseElement
{
    // The namespace knows an SPDX identifier, or any name with the address of its text; a name alone would be wrong, so it is left out.
    public static void Write(XmlWriter xml, string? license)
    {
        var text = license?.Trim();
        if (string.IsNullOrEmpty(text)) return;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https"))
            xml.PodcastElement("license", text, 128, ("url", url.AbsoluteUri));
        else if (text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '+'))
            xml.PodcastElement("license", text.ToLowerInvariant());
    }
}

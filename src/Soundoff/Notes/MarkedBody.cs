using AngleSharp.Dom;
using Soundoff.Languages;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Notes;

/// <summary>Fills the places of a body that only the show can fill (see <see cref="BodyMarkers"/>).</summary>
internal static class MarkedBody
{
    /// <summary>Links where the show has the address or the network's page, plain words where it has not.</summary>
    /// <param name="body">The parsed body; changed in place.</param>
    /// <param name="show">What it has.</param>
    /// <param name="language">Of the body, in which our own words stand there.</param>
    /// <param name="contact">Makes the contact link what this kind of document wants.</param>
    public static void Fill(IElement body, Show show, string language, Action<IElement, ContactAddress> contact)
    {
        foreach (var link in body.Descendants<IElement>().Where(e => e is { LocalName: "a", ClassName: "contact" or "network" }).ToList())
        {
            if (link.ClassName == "network")
            {
                Network(link, show);
                continue;
            }

            link.TextContent = Words.For(language).Site.OurAddress;
            if (show.Contact is { } address) contact(link, address);
            else Unwrap(link);
        }
    }

    private static void Network(IElement link, Show show)
    {
        var network = link.GetAttribute("href")?.TrimStart('#');
        if (show.Links.FirstOrDefault(l => l.Network == network) is { } place) link.SetAttribute("href", place.Address.AbsoluteUri);
        else Unwrap(link);
    }

    private static void Unwrap(IElement link) => link.Replace([.. link.ChildNodes]);
}

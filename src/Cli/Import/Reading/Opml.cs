using System.Xml;
using System.Xml.Linq;

namespace Soundoff.Cli.Import.Reading;

/// <summary>A list of feeds (OPML), as podcast apps and hosts give it.</summary>
internal static class Opml
{
    private const long Largest = 16 << 20;
    private const int MostFeeds = 500;

    /// <summary>The addresses of its feeds in their order; null when the document is no OPML.</summary>
    public static IReadOnlyList<Uri>? Feeds(string file, Uri? from, string? charset)
    {
        if (new FileInfo(file).Length > Largest) return null;
        using var text = FeedText.Open(file, charset).Text;
        using var mended = new StringWriter();
        var whole = text.ReadToEnd();
        if (!whole.AsSpan(0, Math.Min(whole.Length, 4096)).Contains("<opml", StringComparison.OrdinalIgnoreCase)) return null;
        MendedXml.Write(whole, mended);
        try
        {
            var feeds = XDocument.Parse(mended.ToString()).Descendants().Where(element => element.Name.LocalName.Equals("outline", StringComparison.OrdinalIgnoreCase))
                .Select(outline => Written.Address(from, outline.Said("xmlUrl"))).OfType<Uri>().Distinct().Take(MostFeeds).ToList();
            return feeds;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}

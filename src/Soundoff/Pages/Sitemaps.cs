using System.Text;
using System.Xml;
using Soundoff.Feeds;

namespace Soundoff.Pages;

/// <summary>What search engines read first: sitemaps (sitemaps.org, protocol 0.9) and <c>robots.txt</c>.</summary>
internal static class Sitemaps
{
    /// <summary>Addresses of one sitemap, and sitemaps of one index, at most.</summary>
    public const int Most = 50_000;

    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>A sitemap of pages, each perhaps with when it last changed. What is over the limit is left out: lists still lead there.</summary>
    public static byte[] Pages(IEnumerable<(string Address, DateTimeOffset? Modified)> addresses) => Write("urlset", "url", addresses);

    /// <summary>The index of sitemaps.</summary>
    public static byte[] Index(IEnumerable<string> maps) => Write("sitemapindex", "sitemap", maps.Select(map => (map, (DateTimeOffset?)null)));

    /// <summary>Everything may be read.</summary>
    public static byte[] Robots(string sitemap) => Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n");

    private static byte[] Write(string root, string element, IEnumerable<(string Address, DateTimeOffset? Modified)> entries)
    {
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement(root, Space);
            foreach (var (address, modified) in entries.Take(Most))
            {
                xml.WriteStartElement(element, Space);
                xml.WriteElementString("loc", Space, address);
                if (modified is { } date) xml.WriteElementString("lastmod", Space, FeedDate.Rfc3339(date));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return output.ToArray();
    }
}

using System.Xml;
using Soundoff.Episodes.Podcasting;

namespace Soundoff.Fields.Podcasting;

/// <summary>Reads <c>feed: { extra: … }</c>: elements of other namespaces, which go into the RSS feed as they are once they are well-formed.</summary>
internal static class ExtraFields
{
    private const string Mend = "Write whole elements, each with a prefix and where it is not known its xmlns, as in <x:mood xmlns:x=\"https://example.org/ns\">calm</x:mood>.";

    /// <summary>The elements as written; null with an error where they would break the feed.</summary>
    public static string? Extra(this FieldReader feed)
    {
        if (feed.Node("extra") is not { } node) return null;
        var path = feed.PathOf("extra");
        if (node is not YamlText { Value: var text } || text.Length > ExtraElements.Longest)
        {
            feed.Stop(path, node, node is YamlText ? $"The elements have more than {ExtraElements.Longest} characters." : $"\"extra\" must be text and is {FieldReader.Kind(node)}.", Mend);
            return null;
        }

        // A block of several lines begins on the line below its key.
        var above = text.Contains('\n', StringComparison.Ordinal) ? node.Line : node.Line - 1;
        try
        {
            using var xml = ExtraElements.Read(text);
            while (xml.Read())
            {
                if (xml.Depth > 0 || xml.NodeType is XmlNodeType.EndElement) continue;
                if (Fault(xml) is not { } fault) continue;
                feed.Stop(path, node with { Line = above + ((IXmlLineInfo)xml).LineNumber }, fault, Mend);
                return null;
            }
        }
        catch (XmlException broken)
        {
            feed.Stop(path, node with { Line = above + broken.LineNumber }, "This is no well-formed XML (XML 1.0 with namespaces).", Mend);
            return null;
        }

        return text.Trim() is { Length: > 0 } whole ? whole : null;
    }

    private static string? Fault(XmlReader xml) => xml switch
    {
        { NodeType: not XmlNodeType.Element } => "Text stands outside of an element.",
        { NamespaceURI.Length: 0 } => $"<{xml.Name}> is in no namespace, so it would be taken for RSS itself.",
        { NamespaceURI: FeedNamespaces.Podcast, LocalName: "guid" or "locked" or "medium" } or { NamespaceURI: FeedNamespaces.Itunes, LocalName: not "keywords" } =>
            $"<{xml.Name}> is written by Soundoff itself and would stand there twice.",
        _ => null,
    };
}

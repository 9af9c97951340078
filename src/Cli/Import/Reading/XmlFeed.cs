using System.Xml;
using System.Xml.Linq;

namespace Soundoff.Cli.Import.Reading;

/// <summary>
/// An XML document of items: RSS in all its editions, RDF and Atom. It is read twice, each time from beginning to end: for the show, whose elements may stand anywhere, and for the items.
/// One item at a time is in memory. Document types are refused, and so nothing in them is ever expanded.
/// </summary>
internal sealed class XmlFeed
{
    private const int Deepest = 100;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    // What a feed says of itself holds for all that is in it.
    private static readonly string[] Inherited = ["base", "lang"];

    private readonly Func<TextReader> _open;

    private XmlFeed(Func<TextReader> open, bool isAtom, XElement show) => (_open, IsAtom, Show) = (open, isAtom, show);

    /// <summary>Whether it is Atom.</summary>
    public bool IsAtom { get; }

    /// <summary>What stands outside of its items.</summary>
    public XElement Show { get; }

    /// <summary>Reads what stands outside of items, and makes sure that the whole is well-formed.</summary>
    /// <exception cref="XmlException">It is not, or is no feed.</exception>
    public static XmlFeed Read(Func<TextReader> open)
    {
        using var xml = XmlReader.Create(open(), Settings);
        if (xml.MoveToContent() != XmlNodeType.Element) throw new XmlException("It has no element.");
        var root = Tags.Of(xml.NamespaceURI, xml.LocalName);
        if (root is not ("rss" or "rdf:RDF" or "atom:feed")) throw new XmlException($"Its element is {root}, and no feed's.");
        var show = new XElement("show", Declared(xml));
        var isAtom = root == "atom:feed";
        var level = isAtom ? 1 : 2;
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.Depth > Deepest) throw new XmlException("Its elements are nested too deeply.");
            if (xml.NodeType != XmlNodeType.Element) xml.Read();
            else if (IsItem(xml, isAtom)) Pass(xml);
            else if (!isAtom && xml is { LocalName: "channel", Depth: 1 })
            {
                show.Add(Declared(xml));
                xml.Read();
            }
            else if (xml.Depth == level || (root == "rdf:RDF" && xml.Depth == 1)) show.Add(Load(xml));
            else Pass(xml);
        }

        return new(open, isAtom, show);
    }

    /// <summary>The items, one after the other.</summary>
    public IEnumerable<XElement> Items()
    {
        using var xml = XmlReader.Create(_open(), Settings);
        xml.MoveToContent();
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && IsItem(xml, IsAtom)) yield return Load(xml);
            else xml.Read();
        }
    }

    private static bool IsItem(XmlReader xml, bool isAtom) => xml.LocalName == (isAtom ? "entry" : "item") && xml.Depth is 1 or 2 && !Tags.Of(xml.NamespaceURI, xml.LocalName).StartsWith("media:", StringComparison.Ordinal);

    private static IEnumerable<XAttribute> Declared(XmlReader xml) =>
        from name in Inherited let value = xml.GetAttribute("xml:" + name) where value is not null select new XAttribute(XNamespace.Xml + name, value);

    // Moves past the element, looking at how deep it goes.
    private static void Pass(XmlReader xml)
    {
        var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
        xml.Read();
        if (isEmpty) return;
        while (xml.Depth > depth)
        {
            if (xml.Depth > Deepest) throw new XmlException("Its elements are nested too deeply.");
            xml.Read();
        }

        if (xml.NodeType == XmlNodeType.EndElement) xml.Read();
    }

    private static XElement Load(XmlReader xml)
    {
        using var piece = xml.ReadSubtree();
        piece.Read();
        var element = (XElement)XNode.ReadFrom(piece);
        piece.Close();
        xml.Read();
        return element;
    }
}

using System.Xml;

namespace Soundoff.Episodes.Podcasting;

/// <summary>Elements of other namespaces that a publisher writes and feeds carry as they are.</summary>
internal static class ExtraElements
{
    /// <summary>Characters at most.</summary>
    public const int Longest = 16 * 1024;

    /// <summary>A reader of them, with the feed's namespaces known; comments, white space between elements and processing instructions are passed over.</summary>
    public static XmlReader Read(string extra)
    {
        var names = new XmlNamespaceManager(new NameTable());
        foreach (var (prefix, space) in FeedNamespaces.Known) names.AddNamespace(prefix, space);
        var settings = new XmlReaderSettings
        {
            ConformanceLevel = ConformanceLevel.Fragment,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreWhitespace = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = Longest,
        };
        return XmlReader.Create(new StringReader(extra), settings, new XmlParserContext(names.NameTable, names, null, XmlSpace.None));
    }
}

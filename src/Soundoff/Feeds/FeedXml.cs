using System.Text;
using System.Xml;
using Soundoff.Episodes.Podcasting;
using Soundoff.Texts;

namespace Soundoff.Feeds;

/// <summary>How feeds are written as XML: their namespaces, and elements cut out of a document to be put into another one.</summary>
internal static class FeedXml
{
    public const string Itunes = FeedNamespaces.Itunes;
    public const string Podcast = FeedNamespaces.Podcast;
    public const string Atom = FeedNamespaces.Atom;
    public const string Content = FeedNamespaces.Content;
    public const string SimpleChapters = FeedNamespaces.SimpleChapters;
    public const string History = "http://purl.org/syndication/history/1.0";

    private static readonly XmlWriterSettings Settings = new()
    {
        Async = true,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    // A fragment is written to memory; an asynchronous writer would take 64 KiB for each.
    private static readonly XmlWriterSettings InMemory = MakeInMemory();

    /// <summary>A writer of a whole document.</summary>
    public static XmlWriter Create(Stream output) => XmlWriter.Create(output, Settings);

    /// <summary>
    /// What <paramref name="write"/> adds to a document, as it stands there. The namespaces are known from the root that
    /// <paramref name="root"/> opens, so the fragment does not declare them again.
    /// </summary>
    public static ReadOnlyMemory<byte> Fragment(Action<XmlWriter> root, Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using var xml = XmlWriter.Create(bytes, InMemory);
        root(xml);

        // A start tag is closed only when something follows it.
        xml.WriteElementString("before", "");
        xml.Flush();
        var start = (int)bytes.Length;

        write(xml);
        xml.Flush();
        return bytes.ToArray().AsMemory(start);
    }

    /// <summary>Puts finished fragments where the writer stands. They are UTF-8 already, so they pass the writer by: no text is made of them.</summary>
    public static async Task CopyAsync(XmlWriter xml, Stream output, IAsyncEnumerable<ReadOnlyMemory<byte>> fragments, CancellationToken cancellation)
    {
        await xml.FlushAsync();
        await foreach (var fragment in fragments.WithCancellation(cancellation)) await output.WriteAsync(fragment, cancellation);
    }

    /// <summary>Opens <c>rss</c> and <c>channel</c> with the namespaces that items use.</summary>
    public static void OpenRss(XmlWriter xml, bool archive)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "itunes", null, Itunes);
        xml.WriteAttributeString("xmlns", "podcast", null, Podcast);
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        if (archive) xml.WriteAttributeString("xmlns", "fh", null, History);
        xml.WriteStartElement("channel");
    }

    /// <summary>Opens <c>feed</c> (RFC 4287).</summary>
    public static void OpenAtom(XmlWriter xml, string language)
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, language);
    }

    /// <summary>An <c>itunes:</c> element, left out when there is nothing to say.</summary>
    public static void ItunesElement(this XmlWriter xml, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) xml.WriteElementString("itunes", name, Itunes, SafeText.Line(value));
    }

    /// <summary>A <c>podcast:</c> element with text of at most <paramref name="limit"/> characters, left out when there is nothing to say.</summary>
    public static void PodcastElement(this XmlWriter xml, string name, string? value, int limit = 128, params (string Name, string? Value)[] attributes)
    {
        if (string.IsNullOrWhiteSpace(value)) return;
        xml.WriteStartElement("podcast", name, Podcast);
        Attributes(xml, attributes);
        xml.WriteString(SafeText.Line(value, limit));
        xml.WriteEndElement();
    }

    /// <summary>An element of any namespace that has attributes only.</summary>
    public static void EmptyElement(this XmlWriter xml, string prefix, string name, string space, params (string Name, string? Value)[] attributes)
    {
        xml.WriteStartElement(prefix, name, space);
        Attributes(xml, attributes);
        xml.WriteEndElement();
    }

    /// <summary>An <c>atom:link</c>, or <c>link</c> where Atom is the document's own namespace.</summary>
    public static void AtomLink(this XmlWriter xml, string prefix, string rel, string href, string? type, long? length = null) =>
        xml.EmptyElement(prefix, "link", Atom, ("rel", rel), ("type", type), ("href", href), ("length", length?.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static XmlWriterSettings MakeInMemory()
    {
        var settings = Settings.Clone();
        settings.Async = false;
        return settings;
    }

    private static void Attributes(XmlWriter xml, (string Name, string? Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
            if (!string.IsNullOrWhiteSpace(value)) xml.WriteAttributeString(name, SafeText.Clean(value).Trim());
    }
}

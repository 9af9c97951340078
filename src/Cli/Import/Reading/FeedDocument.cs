using System.Text;
using System.Xml;

namespace Soundoff.Cli.Import.Reading;

/// <summary>A document that was fetched, as the feed it is.</summary>
internal static class FeedDocument
{
    /// <summary>Bytes of a feed at most.</summary>
    public const long Largest = 256L << 20;

    // What is mended is read whole.
    private const int LargestMended = 64 << 20;

    /// <summary>Reads it.</summary>
    /// <param name="file">Where it was put.</param>
    /// <param name="from">Where it came from: what its addresses are taken from.</param>
    /// <param name="charset">As its server says.</param>
    /// <exception cref="InvalidDataException">It is no feed; the message says what it is, as the end of a sentence.</exception>
    public static FoundFeed Read(string file, Uri? from, string? charset)
    {
        switch (KindOf(file, charset))
        {
            case '{': return JsonFeedDocument.Read(file, from);
            case '<': break;
            default: throw new InvalidDataException("is no feed: it is neither XML nor JSON");
        }

        var mended = new List<string>();
        var (text, wrong) = FeedText.Open(file, charset);
        text.Dispose();
        if (wrong is not null) mended.Add(wrong);
        TextReader Open() => FeedText.Open(file, charset).Text;
        try
        {
            return Found(XmlFeed.Read(Open), from, mended);
        }
        catch (XmlException fault)
        {
            return Found(Mend(file, charset, fault, mended), from, mended);
        }
    }

    /// <summary>The first sign of a document that says what it is: <c>&lt;</c> or <c>{</c>.</summary>
    private static char KindOf(string file, string? charset)
    {
        using var text = FeedText.Open(file, charset).Text;
        for (var i = 0; i < 4096 && text.Read() is >= 0 and var c; i++)
            if (!char.IsWhiteSpace((char)c) && c != 0xFEFF) return (char)c;
        return '\0';
    }

    private static XmlFeed Mend(string file, string? charset, XmlException fault, List<string> mended)
    {
        if (new FileInfo(file).Length > LargestMended) throw new InvalidDataException($"is not well-formed XML, and too large to be mended: {fault.Message}");
        // Beside the document, which a temporary folder holds.
        var better = file + ".mended";
        using (var text = FeedText.Open(file, charset).Text)
        using (var output = new StreamWriter(better, append: false, new UTF8Encoding(false)))
            MendedXml.Write(text.ReadToEnd(), output);
        try
        {
            var feed = XmlFeed.Read(() => new StreamReader(better, Encoding.UTF8));
            mended.Add(Why(fault));
            return feed;
        }
        catch (XmlException still)
        {
            throw new InvalidDataException($"is no feed that can be read: {(still.Message.StartsWith("Its ", StringComparison.Ordinal) ? still : fault).Message}");
        }
    }

    private static string Why(XmlException fault) => fault.Message.Contains("DTD", StringComparison.Ordinal)
        ? "it has a document type, of which nothing is expanded"
        : $"it is not well-formed XML and was read as far as it goes: {fault.Message.TrimEnd('.')}";

    private static FoundFeed Found(XmlFeed feed, Uri? from, List<string> mended)
    {
        var home = Written.Address(from, feed.Show.Attributes().FirstOrDefault(a => a.Name.LocalName == "base")?.Value) ?? from;
        return feed.IsAtom
            ? new(AtomDocument.Show(feed.Show, home), feed.Items().Select(entry => AtomDocument.Item(entry, home)), mended)
            : new(RssDocument.Show(feed.Show, home), feed.Items().Select(item => RssDocument.Item(item, home)), mended);
    }
}

using System.Globalization;
using System.Xml;
using Soundoff.Chapters;
using Soundoff.Texts;

namespace Soundoff.Feeds.Podcasting;

/// <summary>Podlove Simple Chapters 1.2, <c>psc:chapters</c>: chapters in the feed itself, which many players read.</summary>
internal static class SimpleChaptersElement
{
    // The namespace is declared here: most feeds have no chapters.
    public static void Write(XmlWriter xml, IReadOnlyList<Chapter> chapters)
    {
        if (!chapters.Any(IsListed)) return;
        xml.WriteStartElement("psc", "chapters", FeedXml.SimpleChapters);
        xml.WriteAttributeString("version", "1.2");
        foreach (var chapter in chapters.Where(IsListed))
            xml.EmptyElement("psc", "chapter", FeedXml.SimpleChapters,
                ("start", Time(chapter.Start)),
                ("title", SafeText.Line(chapter.Title)),
                ("href", chapter.Link?.AbsoluteUri),
                ("image", chapter.Image?.AbsoluteUri));
        xml.WriteEndElement();
    }

    // A chapter there must have a title.
    private static bool IsListed(Chapter chapter) => chapter.Listed && !string.IsNullOrWhiteSpace(SafeText.Clean(chapter.Title));

    // RFC 2326 section 3.6, Normal Play Time, with hours.
    private static string Time(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}.{time.Milliseconds:000}");
}

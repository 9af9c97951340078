using System.Globalization;
using System.Xml;
using Soundoff.Episodes.Podcasting;

namespace Soundoff.Feeds.Podcasting;

/// <summary><c>podcast:alternateEnclosure</c> with its sources and how the file is known to be whole.</summary>
internal static class AlternateEnclosureElement
{
    public static void Write(XmlWriter xml, AlternateEnclosure enclosure)
    {
        xml.WriteStartElement("podcast", "alternateEnclosure", FeedXml.Podcast);
        xml.WriteAttributeString("type", enclosure.Type);
        Attribute("length", enclosure.Length?.ToString(CultureInfo.InvariantCulture));
        Attribute("bitrate", enclosure.BitRate?.ToString(CultureInfo.InvariantCulture));
        Attribute("height", enclosure.Height?.ToString(CultureInfo.InvariantCulture));
        Attribute("lang", enclosure.Language);
        Attribute("title", enclosure.Title);
        Attribute("rel", enclosure.Rel);
        Attribute("codecs", enclosure.Codecs);
        Attribute("default", enclosure.IsEnclosure ? "true" : null);
        foreach (var source in enclosure.Sources) xml.EmptyElement("podcast", "source", FeedXml.Podcast, ("uri", MediaSource.Written(source.Address)), ("contentType", source.ContentType));
        if (enclosure.Integrity is { } integrity) xml.EmptyElement("podcast", "integrity", FeedXml.Podcast, ("type", integrity.Type), ("value", integrity.Value));
        xml.WriteEndElement();

        void Attribute(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) xml.WriteAttributeString(name, Texts.SafeText.Clean(value).Trim());
        }
    }
}

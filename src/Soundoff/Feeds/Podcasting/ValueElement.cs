using System.Globalization;
using System.Xml;
using Soundoff.Episodes.Podcasting;
using Soundoff.Texts;

namespace Soundoff.Feeds.Podcasting;

/// <summary><c>podcast:value</c> with its recipients and time splits.</summary>
internal static class ValueElement
{
    public static void Write(XmlWriter xml, ValueBlock value)
    {
        xml.WriteStartElement("podcast", "value", FeedXml.Podcast);
        xml.WriteAttributeString("type", SafeText.Line(value.Type));
        xml.WriteAttributeString("method", SafeText.Line(value.Method));
        // Never with an exponent: not every reader knows one.
        if (value.Suggested is { } suggested) xml.WriteAttributeString("suggested", suggested.ToString("0.############", CultureInfo.InvariantCulture));
        foreach (var recipient in value.Recipients) Recipient(xml, recipient);
        foreach (var split in value.TimeSplits) TimeSplit(xml, split);
        xml.WriteEndElement();
    }

    private static void Recipient(XmlWriter xml, ValueRecipient recipient) => xml.EmptyElement("podcast", "valueRecipient", FeedXml.Podcast,
        ("name", recipient.Name),
        ("type", recipient.Type),
        ("address", recipient.Address),
        ("customKey", recipient.CustomKey),
        ("customValue", recipient.CustomValue),
        ("split", recipient.Split.ToString(CultureInfo.InvariantCulture)),
        ("fee", recipient.Fee ? "true" : null));

    private static void TimeSplit(XmlWriter xml, ValueTimeSplit split)
    {
        xml.WriteStartElement("podcast", "valueTimeSplit", FeedXml.Podcast);
        xml.WriteAttributeString("startTime", FeedDate.Seconds(split.Start));
        xml.WriteAttributeString("duration", FeedDate.Seconds(split.Duration));
        if (split.ItemStart is { } start) xml.WriteAttributeString("remoteStartTime", FeedDate.Seconds(start));
        if (split.ItemPercentage is { } percentage) xml.WriteAttributeString("remotePercentage", percentage.ToString(CultureInfo.InvariantCulture));
        if (split.Item is { } item) RemoteItemElement.Write(xml, item);
        foreach (var recipient in split.Recipients) Recipient(xml, recipient);
        xml.WriteEndElement();
    }
}

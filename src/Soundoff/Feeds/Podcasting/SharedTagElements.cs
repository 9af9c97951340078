using System.Globalization;
using System.Xml;
using Soundoff.Episodes.Podcasting;
using Soundoff.Texts;

namespace Soundoff.Feeds.Podcasting;

/// <summary>Tags that mean the same in a channel and in an item.</summary>
internal static class SharedTagElements
{
    public static void Places(this XmlWriter xml, IReadOnlyList<Place> places)
    {
        foreach (var place in places) xml.PodcastElement("location", place.Name, 128, ("rel", place.Rel), ("geo", place.Geo), ("osm", place.Osm), ("country", place.Country));
    }

    public static void Images(this XmlWriter xml, IReadOnlyList<PictureUse> images)
    {
        foreach (var image in images)
            xml.EmptyElement("podcast", "image", FeedXml.Podcast,
                ("href", image.Address.AbsoluteUri),
                ("alt", image.Alt),
                ("aspect-ratio", image.AspectRatio),
                ("width", image.Width?.ToString(CultureInfo.InvariantCulture)),
                ("height", image.Height?.ToString(CultureInfo.InvariantCulture)),
                ("type", image.Type),
                ("purpose", image.Purpose));
    }

    public static void Threads(this XmlWriter xml, IReadOnlyList<SocialThread> threads)
    {
        foreach (var thread in threads)
            xml.EmptyElement("podcast", "socialInteract", FeedXml.Podcast,
                ("protocol", thread.Protocol),
                ("uri", thread.Post is { } post ? MediaSource.Written(post) : null),
                ("accountId", thread.AccountId),
                ("accountUrl", thread.AccountPage?.AbsoluteUri),
                ("priority", thread.Priority?.ToString(CultureInfo.InvariantCulture)));
    }

    public static void Chat(this XmlWriter xml, ChatRoom? chat)
    {
        if (chat is not null)
            xml.EmptyElement("podcast", "chat", FeedXml.Podcast, ("server", chat.Server), ("protocol", chat.Protocol), ("accountId", chat.AccountId), ("space", chat.Space));
    }

    public static void Texts(this XmlWriter xml, IReadOnlyList<PurposeText> texts)
    {
        foreach (var text in texts) xml.PodcastElement("txt", text.Text, PurposeText.Longest, ("purpose", text.Purpose is { } purpose ? SafeText.Line(purpose, 128) : null));
    }

    /// <summary>A publisher's own elements. They were checked when they were read; prefixes that the document declares are not declared again.</summary>
    public static void Extra(this XmlWriter xml, string? extra)
    {
        if (extra is null) return;
        using var elements = ExtraElements.Read(extra);
        elements.Read();
        while (!elements.EOF) xml.WriteNode(elements, defattr: false);
    }
}

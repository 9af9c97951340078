using System.Xml;
using Soundoff.Feeds.Podcasting;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Texts;

namespace Soundoff.Feeds;

/// <summary>What the RSS feed says of the show, in the order of its output.</summary>
internal static class RssChannel
{
    public const int DescriptionLimit = 4000;

    public static void Write(XmlWriter xml, Show show, SiteUrls urls, FeedPage page)
    {
        xml.WriteElementString("title", SafeText.Line(show.Title));
        xml.WriteElementString("description", SafeText.Bytes(show.Description.Trim().Length > 0 ? show.Description : show.Title, DescriptionLimit));
        xml.WriteElementString("link", urls.Home(show.Name));
        xml.WriteElementString("language", show.Language.ToLowerInvariant());
        if (show.Copyright is { } copyright) xml.WriteElementString("copyright", SafeText.Line(copyright));
        xml.WriteElementString("generator", "Soundoff");
        Links(xml, show, urls, page);
        Itunes(xml, show, urls);
        Podcast(xml, show);
    }

    private static void Links(XmlWriter xml, Show show, SiteUrls urls, FeedPage page)
    {
        const string type = "application/rss+xml";
        string Archive(Month month) => urls.Of(SitePaths.FeedArchive(show.Name, month));

        // RFC 5005 section 4.
        if (page.IsArchive) xml.EmptyElement("fh", "archive", FeedXml.History);
        xml.AtomLink("atom", "self", page.Month is { } month ? Archive(month) : urls.Feed(show.Name), type);
        if (page.IsArchive) xml.AtomLink("atom", "current", urls.Feed(show.Name), type);
        if (page.Previous is { } previous) xml.AtomLink("atom", "prev-archive", Archive(previous), type);
        if (page.Next is { } next) xml.AtomLink("atom", "next-archive", Archive(next), type);
    }

    private static void Itunes(XmlWriter xml, Show show, SiteUrls urls)
    {
        xml.ItunesElement("author", show.Author ?? show.Title);
        if (show.Owner is { } owner) Owner(xml, owner);
        if (show.Cover is { } cover) xml.EmptyElement("itunes", "image", FeedXml.Itunes, ("href", urls.Of(cover.Path)));
        foreach (var category in show.Categories) Category(xml, category);

        // Apple refuses a feed without it; a publisher who says nothing is taken to have nothing to warn of.
        xml.ItunesElement("explicit", show.Explicit == true ? "true" : "false");
        xml.ItunesElement("type", show.Kind);
        if (show.NewFeed is { } moved) xml.ItunesElement("new-feed-url", moved.AbsoluteUri);
        if (show.Block) xml.ItunesElement("block", "Yes");
        if (show.Complete) xml.ItunesElement("complete", "Yes");
    }

    private static void Owner(XmlWriter xml, Owner owner)
    {
        xml.WriteStartElement("itunes", "owner", FeedXml.Itunes);
        xml.ItunesElement("name", owner.Name);
        xml.ItunesElement("email", owner.Email);
        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, Category category)
    {
        xml.WriteStartElement("itunes", "category", FeedXml.Itunes);
        xml.WriteAttributeString("text", SafeText.Line(category.Name));
        if (category.Sub is { } sub) xml.EmptyElement("itunes", "category", FeedXml.Itunes, ("text", sub));
        xml.WriteEndElement();
    }

    private static void Podcast(XmlWriter xml, Show show)
    {
        xml.PodcastElement("guid", show.Guid);
        xml.PodcastElement("locked", show.Locked ? "yes" : "no", 128, ("owner", show.Owner?.Email));
        xml.PodcastElement("medium", show.Medium);
        foreach (var person in show.People) PersonElement.Write(xml, person);
        foreach (var way in show.Funding) xml.PodcastElement("funding", way.Title, 128, ("url", way.Address.AbsoluteUri));
        LicenseElement.Write(xml, show.License, show.Tags?.LicenseText);
        if (show.Block) xml.PodcastElement("block", "yes");
        if (show.Tags is { } tags) ShowTagElements.Write(xml, tags, show);
    }
}

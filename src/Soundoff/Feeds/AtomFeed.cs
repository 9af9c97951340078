using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Texts;

namespace Soundoff.Feeds;

/// <summary>Atom 1.0 (RFC 4287): <c>atom.xml</c>, the newest episodes, text-only ones too.</summary>
public static class AtomFeed
{
    /// <summary>The media type it is served as.</summary>
    public const string Type = "application/atom+xml; charset=utf-8";

    /// <summary>Writes the document in UTF-8, entries as they come; <paramref name="updated"/> is the newest episode's date, null when there is none yet.</summary>
    public static async Task WriteAsync(
        Stream output, Show show, SiteUrls urls, DateTimeOffset? updated, IAsyncEnumerable<ReadOnlyMemory<byte>> entries, CancellationToken cancellation)
    {
        await using var xml = FeedXml.Create(output);
        await xml.WriteStartDocumentAsync();
        FeedXml.OpenAtom(xml, show.Language);
        xml.WriteElementString("id", FeedXml.Atom, AtomEntry.Id(show.Guid.Length > 0 ? show.Guid : PodcastGuid.For(urls.Feed(show.Name))));
        xml.WriteElementString("title", FeedXml.Atom, SafeText.Line(show.Title));
        if (show.Description.Length > 0) xml.WriteElementString("subtitle", FeedXml.Atom, SafeText.Bytes(show.Description, RssChannel.DescriptionLimit));

        // RFC 4287 asks for a date even of a feed that has no entry yet; this one says so and stays the same.
        xml.WriteElementString("updated", FeedXml.Atom, FeedDate.Rfc3339(updated ?? DateTimeOffset.UnixEpoch));
        xml.WriteStartElement("author", FeedXml.Atom);
        xml.WriteElementString("name", FeedXml.Atom, SafeText.Line(show.Author ?? show.Title));
        xml.WriteEndElement();
        xml.AtomLink("", "self", urls.Of(SitePaths.Atom(show.Name)), "application/atom+xml");
        xml.AtomLink("", "alternate", urls.Home(show.Name), "text/html");
        foreach (var category in show.Categories) xml.EmptyElement("", "category", FeedXml.Atom, ("term", category.Sub ?? category.Name));
        if (show.Cover is { } cover) xml.WriteElementString("logo", FeedXml.Atom, urls.Of(cover.Path));
        if (show.Copyright is { } copyright) xml.WriteElementString("rights", FeedXml.Atom, SafeText.Line(copyright));
        xml.WriteElementString("generator", FeedXml.Atom, "Soundoff");
        await FeedXml.CopyAsync(xml, output, entries, cancellation);
        await xml.WriteEndDocumentAsync();
    }
}

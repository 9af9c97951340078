using Soundoff.Episodes.Podcasting;

namespace Soundoff.Fields.Podcasting;

/// <summary>Reads other feeds and their items: <c>podroll:</c>, <c>remoteItems:</c>, <c>publisher:</c> and <c>remoteItem:</c>.</summary>
internal static class RemoteItemFields
{
    private const string Mend = "Write \"feedGuid\" and, for apps that cannot look it up, \"feedUrl\" and \"title\".";

    /// <summary>The items in their order.</summary>
    public static List<RemoteItem> RemoteItems(this FieldReader fields, string key) => fields.Groups(key, "remoteItem", Mend, Item, (text, node, path) => Bare(fields, text, node, path));

    /// <summary>The one item.</summary>
    public static RemoteItem? RemoteItem(this FieldReader fields, string key) => fields.Group(key, "remoteItem", Mend, Item, (text, node, path) => Bare(fields, text, node, path));

    private static RemoteItem? Item(FieldReader item, YamlMap whole)
    {
        if (item.Needed("feedGuid", whole, "podcast:remoteItem") is not { } guid) return null;
        return Bare(item, guid, item.Node("feedGuid")!, item.PathOf("feedGuid")) is { } bare
            ? bare with { FeedUrl = item.Address("feedUrl"), ItemGuid = item.Text("itemGuid"), Medium = item.OneOf("medium", Mediums.All, "podcast:medium"), Title = item.Text("title") }
            : null;
    }

    private static RemoteItem? Bare(FieldReader fields, string guid, YamlNode node, string path)
    {
        if (Guid.TryParseExact(guid.Trim(), "D", out var feed)) return new(feed.ToString());
        fields.Warn(path, node, $"\"{FieldReader.Cut(guid, 60)}\" is no feed's GUID, so this entry is left out (podcast:remoteItem).", "Look up the feed's podcast:guid, for example at podcastindex.org.");
        return null;
    }
}

using System.Xml.Linq;

namespace Soundoff.Cli.Import.Reading;

/// <summary>Atom (RFC 4287), with enclosures as links.</summary>
internal static class AtomDocument
{
    /// <summary>What stands outside of the entries.</summary>
    public static FoundShow Show(XElement feed, Uri? home)
    {
        // iTunes' and Podcasting 2.0's elements mean the same in both.
        var found = RssDocument.Show(new("show", feed.Elements().Where(element => !Tags.Of(element).StartsWith("atom:", StringComparison.Ordinal))), home);
        foreach (var element in feed.Elements())
        {
            switch (Tags.Of(element))
            {
                case "atom:title": found = found with { Title = found.Title ?? element.Line() }; break;
                case "atom:subtitle" or "atom:tagline": found = found with { Description = found.Description ?? element.Line() }; break;
                case "atom:author": found = found with { Author = found.Author ?? NameOf(element) }; break;
                case "atom:rights": found = found with { Copyright = found.Copyright ?? element.Line() }; break;
                case "atom:logo" or "atom:icon": found = found with { Image = found.Image ?? Written.Address(home, element.Line()) }; break;
                case "atom:generator": found = found with { Generator = element.Line() }; break;
                case "atom:link" when element.Said("rel") is "next" or "prev-archive": found = found with { Older = Written.Address(home, element.Said("href")) }; break;
                case "atom:link" when element.Said("rel") is null or "alternate": found = found with { Link = found.Link ?? Written.Address(home, element.Said("href")) }; break;
            }
        }

        return found with { Language = found.Language ?? feed.Said("lang") };
    }

    /// <summary>An entry.</summary>
    public static FoundItem Item(XElement entry, Uri? home)
    {
        var rest = RssDocument.Item(new("item", entry.Elements().Where(element => !Tags.Of(element).StartsWith("atom:", StringComparison.Ordinal))), home);
        var lists = new ItemLists();
        string? content = null, summary = null, updated = null;
        foreach (var element in entry.Elements())
        {
            switch (Tags.Of(element))
            {
                case "atom:id": rest = rest with { Guid = element.Value.Trim() is { Length: > 0 } id ? id : null }; break;
                case "atom:title": rest = rest with { Title = rest.Title ?? element.Line() }; break;
                case "atom:published" or "atom:issued": rest = FeedDates.Read(element.Value) is { } date ? rest with { Date = date } : rest with { WrongDate = element.Value.Trim() }; break;
                case "atom:updated" or "atom:modified": updated = element.Value; break;
                case "atom:content": content = element.Inside(); break;
                case "atom:summary": summary = element.Inside(); break;
                case "atom:category": if (Written.Line(element.Said("label") ?? element.Said("term")) is { } topic) lists.Topics.Add(topic); break;
                case "atom:contributor" or "atom:author": if (Written.Person(NameOf(element), Tags.Of(element) == "atom:author" ? "host" : "guest", Written.Address(home, element.Elements().FirstOrDefault(e => e.Name.LocalName == "uri").Line()), null) is { } person) lists.People.Add(person); break;
                case "atom:link": rest = LinkOf(rest, lists, element, home); break;
            }
        }

        var (notes, standfirst) = ItemTexts.Of(content, null, summary, null);
        var all = lists.In(rest);
        return all with
        {
            Date = rest.Date ?? (updated is null ? null : FeedDates.Read(updated)),
            Media = all.Media ?? rest.Media,
            Notes = notes.Length > 0 ? notes : rest.Notes,
            Standfirst = standfirst ?? rest.Standfirst,
            People = rest.People.Count > 0 ? rest.People : all.People,
            Topics = all.Topics.Count > 0 ? all.Topics : rest.Topics,
            Chapters = rest.Chapters,
            Transcripts = rest.Transcripts,
            Soundbites = rest.Soundbites,
            Fields = rest.Fields,
            Left = [.. rest.Left.Concat(all.Left).Distinct()],
        };
    }

    private static string? NameOf(XElement person) => person.Elements().FirstOrDefault(e => e.Name.LocalName == "name").Line();

    private static FoundItem LinkOf(FoundItem item, ItemLists lists, XElement link, Uri? home)
    {
        var address = Written.Address(home, link.Said("href"));
        switch (link.Said("rel"))
        {
            case null or "alternate": return item with { Link = item.Link ?? address };
            case "enclosure" when address is not null:
                if (!lists.Add(new(address, link.Said("type")?.ToLowerInvariant() ?? "", Written.Bytes(link.Said("length"))))) lists.Left.Add("enclosure");
                return item;
            default: return item;
        }
    }
}

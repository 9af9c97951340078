using System.Xml.Linq;
using Soundoff.Episodes;
using Soundoff.Shows;

namespace Soundoff.Cli.Import.Reading;

/// <summary>RSS and RDF, with iTunes' elements, those of Podcasting 2.0, and their relatives.</summary>
internal static class RssDocument
{
    // What says nothing that a publisher would miss: the engine says it anew, or nobody reads it.
    private static readonly HashSet<string> Needless = new(StringComparer.Ordinal)
    {
        "generator", "docs", "ttl", "lastBuildDate", "pubDate", "cloud", "skipHours", "skipDays", "rating", "items", "comments", "slash:comments", "wfw:commentRss", "sy:updatePeriod", "sy:updateFrequency",
        "sy:updateBase", "feedburner:info", "feedburner:origLink", "feedburner:origEnclosureLink", "feedburner:browserFriendly", "feedburner:emailServiceId", "feedburner:feedburnerHostname", "itunes:title", "itunes:subtitle",
        "itunes:order", "itunes:keywords", "googleplay:author", "googleplay:description", "googleplay:email", "googleplay:explicit", "googleplay:image", "googleplay:category", "googleplay:block", "media:rating", "media:copyright",
        "media:thumbnail", "media:keywords", "media:category", "media:credit", "media:description", "media:title", "dc:language", "dc:rights", "dc:date", "dc:title", "dcterms:modified", "fh:complete", "fh:archive",
        "spotify:limit", "rawvoice:rating", "rawvoice:location", "rawvoice:frequency", "atom:updated", "atom:id", "podcast:podping", "image", "url", "textInput", "textinput",
    };

    /// <summary>What stands outside of the items.</summary>
    public static FoundShow Show(XElement channel, Uri? home)
    {
        var found = new FoundShow();
        var (people, funding, categories, left) = (new List<Person>(), new List<Link>(), new List<(string, string?)>(), new SortedSet<string>(StringComparer.Ordinal));
        var fields = new List<FoundField>();
        foreach (var element in channel.Elements())
        {
            var line = element.Line();
            switch (Tags.Of(element))
            {
                case "title" or "dc:title": found = found with { Title = found.Title ?? line }; break;
                case "description" or "itunes:summary" or "podcast:description": found = found with { Description = Longer(found.Description, element) }; break;
                case "language" or "dc:language": found = found with { Language = found.Language ?? line }; break;
                case "itunes:author": found = found with { Author = line ?? found.Author }; break;
                case "dc:creator" or "googleplay:author" or "managingEditor": found = found with { Author = found.Author ?? AuthorOf(line) }; break;
                case "itunes:owner": found = found with { Owner = OwnerOf(element) }; break;
                case "webMaster": break;
                case "itunes:category": categories.AddRange(CategoriesOf(element)); break;
                case "category": if (line is not null && categories.Count == 0) categories.Add((line, null)); break;
                case "itunes:explicit": found = found with { Explicit = Written.Flag(line) }; break;
                case "itunes:type": found = found with { Kind = line?.ToLowerInvariant() }; break;
                case "copyright" or "dc:rights": found = found with { Copyright = found.Copyright ?? line }; break;
                case "podcast:license": found = found with { License = line }; break;
                case "creativeCommons:license": found = found with { License = found.License ?? line }; break;
                case "podcast:person": if (PersonOf(element, home) is { } person) people.Add(person); break;
                case "podcast:funding": if (Written.Address(home, element.Said("url")) is { } way) funding.Add(new(line ?? way.Host, way)); break;
                case "link": found = found with { Link = found.Link ?? Written.Address(home, line) }; break;
                case "itunes:image": found = found with { Image = Written.Address(home, element.Said("href") ?? element.Said("url") ?? line) ?? found.Image }; break;
                case "image": found = found with { Image = found.Image ?? Written.Address(home, element.Elements().FirstOrDefault(e => e.Name.LocalName == "url").Line() ?? element.Said("href")) }; break;
                case "googleplay:image" or "media:thumbnail": found = found with { Image = found.Image ?? Written.Address(home, element.Said("href") ?? element.Said("url")) }; break;
                case "podcast:guid": found = found with { Guid = line }; break;
                case "podcast:locked": found = found with { Locked = Written.Flag(line) }; break;
                case "podcast:medium": found = found with { Medium = line?.ToLowerInvariant() }; break;
                case "itunes:complete": found = found with { Complete = Written.Flag(line) == true }; break;
                case "itunes:block": found = found with { Block = Written.Flag(line) == true }; break;
                case "itunes:new-feed-url": found = found with { NewFeed = Written.Address(home, line) }; break;
                case "generator": found = found with { Generator = line }; break;
                case "atom:link": found = LinkOf(found, element, home); break;
                case { } when PodcastTags.Of(element, home, isShow: true) is { } field: fields.Add(field); break;
                case { } tag when !Needless.Contains(tag): left.Add(tag); break;
            }
        }

        return found with { People = people, Funding = [.. funding.DistinctBy(way => way.Address)], Categories = categories, Fields = fields, Left = [.. left] };
    }

    /// <summary>An item.</summary>
    public static FoundItem Item(XElement item, Uri? home)
    {
        var found = new FoundItem();
        var lists = new ItemLists();
        string? content = null, description = null, summary = null, subtitle = null;
        foreach (var element in item.Elements())
        {
            var line = element.Line();
            switch (Tags.Of(element))
            {
                case "title" or "itunes:title" or "dc:title": found = found with { Title = found.Title ?? line }; break;
                case "link": found = found with { Link = found.Link ?? Written.Address(home, line) }; break;
                case "guid": found = GuidOf(found, element, home); break;
                case "pubDate" or "dc:date" or "published" or "atom:published": found = DateOf(found, element.Value); break;
                case "content:encoded" or "atom:content" or "media:description": content ??= element.Inside(); break;
                case "description": description ??= element.Inside(); break;
                case "itunes:summary" or "googleplay:description": summary ??= element.Inside(); break;
                case "itunes:subtitle": subtitle ??= line; break;
                case "enclosure": Enclosure(lists, element, home); break;
                case "media:content" or "media:group": foreach (var media in element.DescendantsAndSelf().Where(e => e.Name.LocalName == "content")) lists.Add(MediaOf(media, home)); break;
                case "itunes:duration": found = found with { Duration = Written.Time(line) }; break;
                case "itunes:season": found = found with { Season = Written.Number(line) }; break;
                case "podcast:season": found = found with { Season = Written.Number(line) ?? found.Season, SeasonName = Written.Line(element.Said("name")) }; break;
                case "itunes:episode": found = found with { Number = Written.Number(line) }; break;
                case "podcast:episode": found = found with { Number = Written.Number(line) ?? found.Number }; break;
                case "itunes:episodeType": found = found with { Kind = line?.ToLowerInvariant() is "full" or "trailer" or "bonus" ? line.ToLowerInvariant() : null }; break;
                case "itunes:explicit": found = found with { Explicit = Written.Flag(line) }; break;
                case "itunes:block": found = found with { Block = Written.Flag(line) == true }; break;
                case "itunes:image" or "media:thumbnail": found = found with { Image = found.Image ?? Written.Address(home, element.Said("href") ?? element.Said("url") ?? line) }; break;
                case "podcast:person": if (PersonOf(element, home) is { } person) lists.People.Add(person); break;
                case "podcast:chapters": found = found with { ChaptersFile = Written.Address(home, element.Said("url")) }; break;
                case "atom:contributor": if (Written.Person(element.Elements().FirstOrDefault(e => e.Name.LocalName == "name").Line(), "guest", Written.Address(home, element.Elements().FirstOrDefault(e => e.Name.LocalName == "uri").Line()), null) is { } other) lists.People.Add(other); break;
                case "psc:chapters": lists.Chapters.AddRange(PodloveChapters.Of(element, home)); break;
                case "podcast:transcript": if (Written.Address(home, element.Said("url")) is { } said) lists.Transcripts.Add(new(said, element.Said("type") ?? "", element.Said("language"))); break;
                case "podcast:soundbite": if (BiteOf(element) is { } bite) lists.Soundbites.Add(bite); break;
                case "podcast:license": found = found with { License = line }; break;
                case "category" or "itunes:keywords": lists.Topics.AddRange((line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)); break;
                case "author" or "itunes:author" or "dc:creator" or "source" or "atom:author" or "atom:link": break;
                case { } when PodcastTags.Of(element, home, isShow: false) is { } field: lists.Fields.Add(field); break;
                case { } tag when !Needless.Contains(tag): lists.Left.Add(tag); break;
            }
        }

        var (notes, standfirst) = ItemTexts.Of(content, description, summary, subtitle);
        return lists.In(found with { Notes = notes, Standfirst = standfirst });
    }

    private static string? Longer(string? known, XElement element)
    {
        var text = Texts.PlainText.From(element.Inside());
        return text.Length > (known?.Length ?? 0) ? text : known;
    }

    // "ada@radio.example (Ada Quay)", as RSS 2.0 wants it.
    private static string? AuthorOf(string? line) =>
        line?.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && line.EndsWith(')') ? line[(open + 1)..^1] : line?.Contains('@', StringComparison.Ordinal) == true ? null : line;

    private static Owner? OwnerOf(XElement element)
    {
        var name = element.Elements().FirstOrDefault(e => e.Name.LocalName == "name").Line();
        return element.Elements().FirstOrDefault(e => e.Name.LocalName == "email").Line() is { } mail && mail.Contains('@', StringComparison.Ordinal) ? new(name ?? "", mail) : null;
    }

    private static IEnumerable<(string, string?)> CategoriesOf(XElement element)
    {
        if (Written.Line(element.Said("text")) is not { } name) return [];
        var below = element.Elements().Where(e => e.Name.LocalName == "category").Select(e => Written.Line(e.Said("text"))).OfType<string>().ToList();
        return below.Count == 0 ? [(name, null)] : below.Select(sub => (name, (string?)sub));
    }

    private static Person? PersonOf(XElement element, Uri? home) =>
        Written.Person(element.Value, element.Said("role"), Written.Address(home, element.Said("href")), Written.Address(home, element.Said("img")));

    // RFC 5005: pages are followed by "next", archives by "prev-archive".
    private static FoundShow LinkOf(FoundShow found, XElement element, Uri? home) => element.Said("rel") switch
    {
        "next" or "prev-archive" => found with { Older = Written.Address(home, element.Said("href")) },
        "payment" when Written.Address(home, element.Said("href")) is { } way => found with { Funding = [.. found.Funding, new(Written.Line(element.Said("title")) ?? way.Host, way)] },
        _ => found,
    };

    private static FoundItem GuidOf(FoundItem found, XElement element, Uri? home)
    {
        // A GUID is what its bytes are; only the white space around it is not.
        var guid = element.Value.Trim();
        if (guid.Length == 0) return found;
        var isLink = !string.Equals(element.Said("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase);
        return found with { Guid = guid, Link = found.Link ?? (isLink && guid.Contains("://", StringComparison.Ordinal) ? Written.Address(home, guid) : null) };
    }

    private static FoundItem DateOf(FoundItem found, string text) =>
        found.Date is not null || text.Trim().Length == 0 ? found : FeedDates.Read(text) is { } date ? found with { Date = date, WrongDate = null } : found with { WrongDate = text.Trim() };

    private static void Enclosure(ItemLists lists, XElement element, Uri? home)
    {
        if (MediaOf(element, home) is not { } media) return;
        if (lists.Add(media)) return;
        lists.Left.Add("enclosure");
    }

    private static FoundMedia? MediaOf(XElement element, Uri? home) => Written.Address(home, element.Said("url") ?? element.Said("href") ?? element.Said("resource")) is { } address
        ? new(address, element.Said("type")?.ToLowerInvariant() ?? "", Written.Bytes(element.Said("length") ?? element.Said("fileSize")))
        : null;

    private static Soundbite? BiteOf(XElement element) =>
        Written.Time(element.Said("startTime")) is { } start && Written.Time(element.Said("duration")) is { } length && length > TimeSpan.Zero ? new(start, length, element.Line()) : null;
}

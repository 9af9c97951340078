using System.Text.Json;
using Soundoff.Episodes;

namespace Soundoff.Cli.Import.Reading;

/// <summary>JSON Feed 1.1 and 1.0.</summary>
internal static class JsonFeedDocument
{
    private const long Largest = 128L << 20;

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image", "date_published", "date_modified", "authors", "author", "tags", "language", "attachments",
    };

    /// <exception cref="InvalidDataException">It is no JSON Feed.</exception>
    public static FoundFeed Read(string file, Uri? from)
    {
        if (new FileInfo(file).Length > Largest) throw new InvalidDataException("is larger than a JSON Feed may be");
        JsonElement feed;
        try
        {
            using var stream = File.OpenRead(file);
            using var json = JsonDocument.Parse(stream, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 });
            feed = json.RootElement.Clone();
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"is JSON that cannot be read: {wrong.Message}", wrong);
        }

        if (feed.ValueKind != JsonValueKind.Object || Member(feed, "items") is not { ValueKind: JsonValueKind.Array } items) throw new InvalidDataException("is JSON, but no JSON Feed: it has no items");
        var people = People(feed, from);
        var show = new FoundShow
        {
            Title = Line(feed, "title"),
            Description = Line(feed, "description"),
            Language = Line(feed, "language"),
            Author = people.Count > 0 ? people[0].Name : null,
            Link = Address(feed, "home_page_url", from),
            Image = Address(feed, "icon", from) ?? Address(feed, "favicon", from),
            Older = Address(feed, "next_url", from),
            Complete = Member(feed, "expired") is { ValueKind: JsonValueKind.True },
            People = people,
            Left = [.. feed.EnumerateObject().Select(member => member.Name).Where(name => name.StartsWith('_')).Order(StringComparer.Ordinal)],
        };
        return new(show, items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => Item(item, from)), []);
    }

    private static FoundItem Item(JsonElement item, Uri? from)
    {
        var lists = new ItemLists();
        lists.People.AddRange(People(item, from));
        if (Member(item, "tags") is { ValueKind: JsonValueKind.Array } tags) lists.Topics.AddRange(tags.EnumerateArray().Select(Text).Select(Written.Line).OfType<string>());
        TimeSpan? duration = null;
        if (Member(item, "attachments") is { ValueKind: JsonValueKind.Array } attachments)
        {
            foreach (var attachment in attachments.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.Object))
            {
                if (Address(attachment, "url", from) is not { } address) continue;
                if (!lists.Add(new(address, Line(attachment, "mime_type")?.ToLowerInvariant() ?? "", Written.Bytes(Text(Member(attachment, "size_in_bytes")))))) lists.Left.Add("attachments");
                else duration ??= Written.Time(Text(Member(attachment, "duration_in_seconds")));
            }
        }

        foreach (var member in item.EnumerateObject().Where(member => !Known.Contains(member.Name))) lists.Left.Add(member.Name);
        var date = Text(Member(item, "date_published")) ?? Text(Member(item, "date_modified"));
        var plain = Text(Member(item, "content_text")) is { } text ? ItemNotes.Plain(text) : null;
        var (notes, standfirst) = ItemTexts.Of(Text(Member(item, "content_html")), plain, null, Line(item, "summary"));
        return lists.In(new()
        {
            Guid = Text(Member(item, "id"))?.Trim() is { Length: > 0 } id ? id : null,
            Title = Line(item, "title"),
            Link = Address(item, "url", from) ?? Address(item, "external_url", from),
            Date = date is null ? null : FeedDates.Read(date),
            WrongDate = date is not null && FeedDates.Read(date) is null ? date : null,
            Notes = notes,
            Standfirst = standfirst,
            Duration = duration,
            Language = Line(item, "language"),
            Image = Address(item, "image", from) ?? Address(item, "banner_image", from),
        });
    }

    private static List<Person> People(JsonElement of, Uri? from)
    {
        IEnumerable<JsonElement> authors = Member(of, "authors") is { ValueKind: JsonValueKind.Array } several ? several.EnumerateArray() : Member(of, "author") is { } one ? [one] : [];
        return [.. authors.Where(author => author.ValueKind == JsonValueKind.Object).Select(author => Written.Person(Line(author, "name"), "host", Address(author, "url", from), Address(author, "avatar", from))).OfType<Person>()];
    }

    private static JsonElement? Member(JsonElement of, string name) => of.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? member) => member is { } value ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string? Line(JsonElement of, string name) => Written.Line(Text(Member(of, name)));

    private static Uri? Address(JsonElement of, string name, Uri? from) => Written.Address(from, Text(Member(of, name)));
}

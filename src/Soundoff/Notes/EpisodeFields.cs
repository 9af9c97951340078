using System.Globalization;
using Soundoff.Chapters;
using Soundoff.Episodes;
using Soundoff.Episodes.Podcasting;
using Soundoff.Fields;
using Soundoff.Fields.Podcasting;
using Soundoff.Problems;

namespace Soundoff.Notes;

/// <summary>Reads the fields of an episode, in the order of <c>episode.schema.json</c>.</summary>
internal static class EpisodeFields
{
    private const int MostTopics = 20;
    private const int MostAliases = 10;

    /// <summary>The facts that the fields state.</summary>
    public static EpisodeFacts Read(FieldReader fields, List<Problem> problems)
    {
        fields.WarnOfUnknownKeys(Advice);
        var (license, text) = fields.License();
        var places = fields.Places();
        var number = Number(fields);
        var facts = new EpisodeFacts
        {
            Title = fields.Text("title", 255),
            Standfirst = fields.Text(fields.Given("standfirst", "summary", "description", "subtitle")),
            Date = Date(fields),
            Draft = fields.Flag("draft"),
            Guid = fields.Text("guid", 255),
            Aliases = Aliases(fields),
            People = [.. fields.People("hosts", "host"), .. fields.People("guests", "guest"), .. fields.People("people", "guest")],
            Topics = Topics(fields),
            Language = fields.Language("language"),
            Explicit = fields.Flag("explicit"),
            Season = fields.Count("season"),
            SeasonName = fields.Text("seasonName", 128),
            Number = number is { } whole && whole == Math.Floor(whole) ? (int)whole : null,
            Kind = fields.Choice("type", "full", "trailer", "bonus"),
            Block = fields.Flag("block"),
            ImageAlt = fields.Text("imageAlt"),
            Source = Source(fields),
            Links = fields.Links("links"),
            License = license,
            Location = places.Count > 0 ? places[0].Name : null,
            Soundbites = Soundbites(fields),
            Chapters = Chapters(fields),
            Tags = new EpisodeTags
            {
                // A name alone is said already.
                Places = places is [{ Rel: null, Geo: null, Osm: null, Country: null }] ? [] : places,
                LicenseText = text,
                Number = number is { } part && part != Math.Floor(part) ? part : null,
                NumberShown = fields.Text("episodeDisplay", 32),
                Funding = fields.Links("funding"),
                Threads = fields.Threads(),
                Chat = fields.Chat(),
                Value = fields.Value(),
                Enclosures = fields.Enclosures(),
                ContentLinks = fields.Links("contentLinks"),
                Images = fields.Images(),
                Texts = fields.FreeTexts(),
                Extra = fields.Group("feed", "feed", "Write \"feed: { extra: … }\".", (feed, _) => feed.Extra()),
            }.OrNone(),
            Linked = Linked(fields),
        };
        problems.SortByLine();
        return facts;
    }

    // The namespace knows numbers between two whole ones, Apple does not.
    private static decimal? Number(FieldReader fields)
    {
        var key = fields.Given("episode", "number");
        return fields.Node(key) is YamlText text && text.Value.Contains('.', StringComparison.Ordinal)
            && decimal.TryParse(text.Value.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 && number < 1_000_000_000
            ? number
            : fields.Count(key);
    }

    // What people try that another field, or no field, does.
    private static string? Advice(string key) => key.ToLowerInvariant() switch
    {
        "slug" or "permalink" or "url" => "The address comes from the file's name; put former addresses under \"aliases\".",
        "host" => "Did you mean \"hosts\"?",
        "guest" => "Did you mean \"guests\"?",
        "author" or "authors" => "Name who speaks under \"hosts\" or, with a role, under \"people\".",
        "enclosure" or "file" => "Upload the audio under the same name as these notes.",
        "image" or "cover" or "artwork" => "Upload the picture under the same name as these notes.",
        "keywords" or "categories" or "category" => "Did you mean \"topics\"?",
        "published" or "pubdate" or "publishdate" => "Did you mean \"date\"?",
        _ => null,
    };

    private static WrittenDate? Date(FieldReader fields)
    {
        if (fields.Node("date") is not { } node) return null;
        var (date, wrong) = node is YamlText text ? WrittenDates.Read(text.Value) : (null, "is not a date");
        if (date is null) fields.Stop("date", node, node is YamlText ? $"The date {FieldReader.Kind(node)} {wrong}." : $"\"date\" must be one date and is {FieldReader.Kind(node)}.", "Write it as 2026-03-01, 2026-03-01 18:00 or 2026-03-01T18:00:00+01:00.");
        return date;
    }

    private static IReadOnlyList<string> Topics(FieldReader fields)
    {
        var key = fields.Given("topics", "tags");
        var topics = fields.Texts(key);
        if (topics.Count <= MostTopics) return topics;
        fields.Warn(key, fields.Node(key)!, $"There are {topics.Count.ToString(CultureInfo.InvariantCulture)} topics; 20 are the most, so the last are left out.", "Keep the 20 that matter.");
        return [.. topics.Take(MostTopics)];
    }

    // An alias may be written as an address or a path; its last part names the episode.
    private static List<string> Aliases(FieldReader fields)
    {
        List<string> aliases = [.. fields.Texts("aliases").Select(a => a.TrimEnd('/').Split('/')[^1]).Where(a => a.Length > 0).Select(Slug.From).Distinct(StringComparer.Ordinal)];
        if (aliases.Count <= MostAliases) return aliases;
        fields.Warn("aliases", fields.Node("aliases")!, $"There are {aliases.Count.ToString(CultureInfo.InvariantCulture)} aliases; {MostAliases} are the most, so the last are left out.", "Keep the ones that are still linked to.");
        return aliases[..MostAliases];
    }

    private static SourceCredit? Source(FieldReader fields)
    {
        switch (fields.Node("source"))
        {
            case null: return null;
            case YamlText text: return SourceLine.Credit(FieldReader.OneLine(text.Value));
            case YamlMap map:
                var inner = fields.Inside(map, "sourceCredit", "source");
                inner.WarnOfUnknownKeys();
                var (name, address) = (inner.Text("name"), inner.Address("url"));
                if (name is not null || address is not null) return new SourceCredit(name ?? address!.Host, address);
                fields.Warn("source", map, "The source has neither name nor address, so it is left out.", "Add a name.");
                return null;
            case var list:
                fields.Warn("source", list, "The source is a list, so it is left out.", "Write a name, or a name and a url.");
                return null;
        }
    }

    private static LinkedAudio? Linked(FieldReader fields)
    {
        switch (fields.Node("audio"))
        {
            case null: return null;
            case YamlText: return fields.Address("audio") is { } bare ? new(bare, null, null, null) : null;
            case YamlMap map:
                var inner = fields.Inside(map, "audio", "audio");
                inner.WarnOfUnknownKeys();
                var length = inner.Text("length") is { } bytes && long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : (long?)null;
                return inner.Address("url") is { } address ? new(address, length, inner.Text("type")?.ToLowerInvariant(), inner.Time("duration", map, needed: false)) : null;
            case var list:
                fields.Warn("audio", list, "The recording is a list, so it is left out.", "Write its address, or url, length and type.");
                return null;
        }
    }

    private static List<Soundbite> Soundbites(FieldReader fields)
    {
        var bites = new List<Soundbite>();
        foreach (var (path, node) in fields.Items("soundbites"))
        {
            if (node is not YamlMap map)
            {
                fields.Warn(path, node, "A soundbite needs a start and a duration, so this one is left out.", "Write \"start: 00:02:10\" and \"duration: 30\".");
                continue;
            }

            var inner = fields.Inside(map, "soundbite", path);
            inner.WarnOfUnknownKeys();
            if (inner.Time("start", node) is { } start && inner.Time("duration", node) is { } length && length > TimeSpan.Zero)
                bites.Add(new Soundbite(start, length, inner.Text("title", 128)));
        }

        return bites;
    }

    private static IReadOnlyList<Chapter> Chapters(FieldReader fields)
    {
        var chapters = new List<Chapter>();
        foreach (var (path, node) in fields.Items("chapters"))
        {
            // "- 00:01:30: Title" is a mapping to YAML; the time is its key.
            var line = node switch
            {
                YamlText text => text.Value.Trim(),
                YamlMap { Entries: [{ Value: YamlText title } only] } when Times.Read(only.Key) is not null => $"{only.Key} {title.Value}",
                _ => null,
            };
            if (line is not null)
            {
                var parts = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
                if (parts.Length > 0 && Times.Read(parts[0]) is { } at) chapters.Add(new Chapter { Start = at, Title = parts.Length > 1 ? FieldReader.OneLine(parts[1]).TrimStart('-', '–', '—', ' ') : "" });
                else fields.Warn(path, node, $"This chapter does not begin with a time: {FieldReader.Kind(node)}.", "Write it as \"00:01:30 Title\".");
            }
            else if (node is YamlMap map)
            {
                var inner = fields.Inside(map, "chapter", path);
                inner.WarnOfUnknownKeys();
                if (inner.Time("start", node) is { } start)
                    chapters.Add(new Chapter { Start = start, Title = inner.Text("title") ?? "", Link = inner.Address("url"), Image = inner.Address("image") });
            }
            else fields.Warn(path, node, "A chapter needs a start and a title, so this one is left out.", "Write it as \"00:01:30 Title\".");
        }

        return [.. chapters.OrderBy(c => c.Start)];
    }
}

using System.Buffers;
using System.Text.RegularExpressions;
using Soundoff.Episodes;
using Soundoff.Episodes.Podcasting;
using Soundoff.Fields.Podcasting;
using Soundoff.Limits;

namespace Soundoff.Fields;

/// <summary>Fields that mean the same in front matter and in show.yaml.</summary>
internal static partial class SharedFields
{
    private const int LongestName = 128;

    private static readonly SearchValues<char> Commas = SearchValues.Create(",،、，");

    /// <summary>People; those who state no role of their own get <paramref name="role"/>.</summary>
    public static IEnumerable<Person> People(this FieldReader fields, string key, string role)
    {
        foreach (var (path, node) in fields.Items(key).SelectMany(item => Several(fields, item.Path, item.Node)))
        {
            var person = node switch
            {
                YamlText text => FromLine(text.Value, role),
                // "- Jane Doe: historian", which YAML takes for a mapping.
                YamlMap { Entries: [{ Value: YamlText who } only] } when !fields.Knows("person", only.Key) => FromName(only.Key, role) with { Description = Whole(who) },
                YamlMap map => FromMap(fields.Inside(map, "person", path), role),
                _ => null,
            };
            if (person is null || !IsName(person.Name, node))
            {
                if (person is not null || node is not YamlMap) fields.Warn(path, node, $"This names nobody: {FieldReader.Kind(node)}.", "Write \"Name, who that is\" or a name with a description.");
                continue;
            }

            if (node is YamlText { Lines: > 1 } && person.Description is null)
                fields.Warn(path, node, $"The name goes on over several lines and is read as one: \"{FieldReader.Cut(person.Name, 60)}\".", "Put a hyphen and a space before each name.");

            if (person.Name.Length > LongestName)
            {
                fields.Warn(path, node, "The name is longer than 128 characters, so it is cut.", "Put a comma between the name and who that is.");
                person = person with { Name = FieldReader.Cut(person.Name, LongestName) };
            }

            yield return person;
        }
    }

    /// <summary>A language tag in lower case.</summary>
    public static string? Language(this FieldReader fields, string key)
    {
        var text = fields.Text(key);
        if (text is null || LanguageTags.Read(text) is { } tag && !text.Contains('_', StringComparison.Ordinal)) return text is null ? null : LanguageTags.Read(text);
        var mended = LanguageTags.Read(text);
        fields.Warn(fields.PathOf(key), fields.Node(key)!,
            mended is null ? $"\"{text}\" is not a language tag, so it is left out." : $"\"{text}\" is read as \"{mended}\": tags have hyphens.",
            mended is null ? LanguageTags.Mend(text) : $"Write {key}: {mended}.");
        return mended;
    }

    /// <summary>An http or https address.</summary>
    public static Uri? Address(this FieldReader fields, string key)
    {
        var text = fields.Text(key);
        return text is null ? null : fields.AddressOf(text, fields.PathOf(key), fields.Node(key)!);
    }

    /// <summary>The address a text is; a warning when it is none.</summary>
    public static Uri? AddressOf(this FieldReader fields, string text, string path, YamlNode at)
    {
        if (WebAddress.Read(text) is { } address) return address;
        fields.Warn(path, at, $"\"{FieldReader.Cut(FieldReader.OneLine(text), 60)}\" is not a web address, so it is left out.", "Write it whole, for example https://example.org/page.");
        return null;
    }

    /// <summary>Links: a mapping of titles to addresses, a list of either, or bare addresses.</summary>
    public static IReadOnlyList<Link> Links(this FieldReader fields, string key)
    {
        var links = new List<Link>();
        foreach (var (path, node) in fields.Items(key))
        {
            if (node is YamlText text)
            {
                if (fields.AddressOf(text.Value, path, node) is { } bare) links.Add(new Link(bare.Host, bare));
            }
            else if (node is YamlMap map && map.Entries.Any(e => e.Key == "url"))
            {
                var inner = fields.Inside(map, "link", path);
                inner.WarnOfUnknownKeys();
                if (inner.Address("url") is { } address) links.Add(new Link(inner.Text("title") ?? address.Host, address));
            }
            else if (node is YamlMap { Entries: var entries })
            {
                foreach (var entry in entries)
                {
                    var entryPath = $"{path}.{entry.Key}";
                    if (entry.Value is not YamlText value) fields.Warn(entryPath, entry.Value, "This link is not a title and an address, so it is left out.", "Write \"Title: https://…\".");
                    else if (fields.AddressOf(value.Value, entryPath, value) is { } address) links.Add(new Link(FieldReader.OneLine(entry.Key), address));
                }
            }
            else fields.Warn(path, node, "This link is not a title and an address, so it is left out.", "Write \"- title: …\" and below it \"url: https://…\".");
        }

        return links;
    }

    private static Person? FromMap(FieldReader fields, string role)
    {
        fields.WarnOfUnknownKeys();
        var (link, image) = (fields.Address("link"), fields.Address("image"));
        var described = new Person
        {
            Name = fields.Text("name") ?? "",
            Role = Role(fields) ?? role,
            Group = Group(fields),
            Description = fields.Text("description"),
            Link = link,
            Image = image,
        };
        if (described.Name.Length > 0) return described;
        fields.Warn(fields.PathOf("name"), new YamlText("", true, fields.Line), "This person has no name, so the entry is left out.", "Add a name.");
        return null;
    }

    // A role that is on no list is kept: people do more than a taxonomy knows.
    private static string? Role(FieldReader person)
    {
        var role = person.Text("role", LongestName)?.ToLowerInvariant();
        if (role is null || PodcastTaxonomy.Roles.Contains(role)) return role;
        var near = Nearest.Of(role, PodcastTaxonomy.Roles);
        person.Warn(person.PathOf("role"), person.Node("role")!, $"\"{FieldReader.Cut(role, 60)}\" is no role of the Podcast Taxonomy; apps may not know it (podcast:person).",
            near is null ? "Write one of its roles, for example host, guest, reporter, producer or audio engineer." : $"Did you mean \"{near}\"?");
        return role;
    }

    // A group without a place in the taxonomy is left out; that of the role stands in.
    private static string? Group(FieldReader person) => person.OneOf("group", PodcastTaxonomy.GroupNames, "the Podcast Taxonomy (podcast:person)");

    private static Person FromLine(string line, string role)
    {
        var text = FieldReader.OneLine(line);
        var comma = text.AsSpan().IndexOfAny(Commas);
        while (comma >= 0 && NameSuffix().IsMatch(text.AsSpan(comma + 1)))
            comma = text.AsSpan(comma + 1).IndexOfAny(Commas) is >= 0 and var next ? comma + 1 + next : -1;
        if (comma < 0) return FromName(text, role);
        var description = text[(comma + 1)..].Trim();
        return FromName(text[..comma], role) with { Description = description.Length == 0 ? null : description };
    }

    // One line may name several: "Ana Reis, cook; Bo Lind, baker", "Ana Reis and Bo Lind".
    private static IEnumerable<(string Path, YamlNode Node)> Several(FieldReader fields, string path, YamlNode node)
    {
        if (node is not YamlText text) return [(path, node)];
        var parts = PeopleLine.Parts(FieldReader.OneLine(text.Value));
        if (parts.Count == 1 && text.Value.Contains(';', StringComparison.Ordinal))
            fields.Warn(path, node, $"One person is read here: {FieldReader.Kind(node)}.", "If these are several, put each on a line of its own with a hyphen and a space before it.");
        return parts.Select(part => (path, (YamlNode)(text with { Value = part })));
    }

    // What people write where nobody is to be named; a number is no name either.
    private static bool IsName(string name, YamlNode node) =>
        name.Any(char.IsLetter) && !(node is YamlText { Plain: true } && name.ToLowerInvariant() is "true" or "false" or "yes" or "no" or "none" or "nobody" or "n/a" or "tba" or "tbd");

    private static Person FromName(string name, string role) => new() { Name = FieldReader.OneLine(name), Role = role };

    private static string? Whole(YamlText text) => FieldReader.OneLine(text.Value) is { Length: > 0 } whole ? whole : null;

    // "Martin King, Jr., preacher": the suffix belongs to the name.
    [GeneratedRegex(@"^\s*(?:Jr|Sr|II|III|IV)\b", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex NameSuffix();
}

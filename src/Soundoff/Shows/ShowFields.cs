using System.Text.RegularExpressions;
using Soundoff.Episodes.Podcasting;
using Soundoff.Fields;
using Soundoff.Fields.Podcasting;
using Soundoff.Limits;
using Soundoff.Shows.Podcasting;
using Soundoff.Site;

namespace Soundoff.Shows;

/// <summary>Reads the fields of a show, in the order of <c>show.schema.json</c>.</summary>
internal static partial class ShowFields
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["facebook"] = "Facebook",
        ["x"] = "X",
        ["instagram"] = "Instagram",
        ["youtube"] = "YouTube",
        ["telegram"] = "Telegram",
        ["tiktok"] = "TikTok",
        ["linkedin"] = "LinkedIn",
        ["mastodon"] = "Mastodon",
        ["bluesky"] = "Bluesky",
        ["threads"] = "Threads",
        ["soundcloud"] = "SoundCloud",
        ["spotify"] = "Spotify",
        ["whatsapp"] = "WhatsApp",
        ["vk"] = "VK",
        ["apple"] = "Apple Podcasts",
        ["website"] = "Website",
        ["rss"] = "RSS",
        ["github"] = "GitHub",
        ["paypal"] = "PayPal",
    };

    /// <summary>The defaults with everything that the fields state.</summary>
    public static Show Read(FieldReader fields, Show defaults)
    {
        fields.WarnOfUnknownKeys(Advice);
        var (license, licenseText) = fields.License();
        var zone = TimeZone(fields) ?? defaults.TimeZone;
        return defaults with
        {
            Title = fields.Text("title", 255) ?? defaults.Title,
            Description = fields.Text("description") ?? defaults.Description,
            Language = fields.Language("language") ?? defaults.Language,
            TimeZone = zone,
            Author = fields.Text("author", 255),
            Owner = Owner(fields),
            Categories = Categories(fields),
            Explicit = fields.Flag("explicit"),
            Kind = fields.Choice("type", "episodic", "serial") ?? defaults.Kind,
            Copyright = Copyright(fields),
            License = license,
            People = [.. fields.People("hosts", "host"), .. fields.People("people", "host")],
            Contact = Mailbox(fields, "contact") is { } address ? new ContactAddress(address[..address.LastIndexOf('@')], address[(address.LastIndexOf('@') + 1)..]) : null,
            Mail = LetterFields.Read(fields, defaults.Mail),
            Links = Links(fields),
            Funding = fields.Links("funding"),
            Topics = fields.Texts("topics"),
            Guid = fields.Text("guid", 255) ?? defaults.Guid,
            Complete = fields.Flag("complete") ?? defaults.Complete,
            Block = BlockFields.Everywhere(fields) ?? defaults.Block,
            Locked = fields.Flag("locked") ?? defaults.Locked,
            NewFeed = fields.Address("newFeed"),
            Medium = fields.Choice("medium", [.. Mediums.All]) ?? defaults.Medium,
            Feed = Feed(fields, defaults.Feed),
            FeedAliases = fields.Node("feed") is YamlMap feed ? FeedAliases.Read(fields.Inside(feed, "feed", "feed"), defaults.Name) : [],
            Live = LiveFields.Read(fields, TimeZoneInfo.FindSystemTimeZoneById(zone)),
            Tags = ShowTagFields.Read(fields, licenseText),
        };
    }

    private static string? Advice(string key) => key.ToLowerInvariant() switch
    {
        "name" => "Did you mean \"title\"?",
        "category" => "Did you mean \"categories\"?",
        "host" => "Did you mean \"hosts\"?",
        "email" => "Write the address listeners write to as \"contact\", the owner's under \"owner\".",
        "cover" or "image" or "artwork" or "logo" => "Upload the cover as cover.jpg or cover.png beside show.yaml.",
        "slug" or "url" or "link" => "The show's address comes from its folder's name.",
        "timezone" or "time_zone" or "time-zone" or "zone" or "tz" => "Did you mean \"timezone\"?",
        "twitter" or "instagram" or "youtube" or "mastodon" or "spotify" or "apple" or "website" or "bluesky" => $"Write it under \"links\": {key}: https://…",
        _ => null,
    };

    private static string? TimeZone(FieldReader fields)
    {
        if (fields.Text("timezone") is not { } name) return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            if (zone.HasIanaId) return zone.Id;
            if (TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana)) return iana;
        }

        var known = TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).ToList();
        var near = known.FirstOrDefault(z => z.EndsWith("/" + name.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase)) ?? Nearest.Of(name.Replace(' ', '_'), known);
        fields.Warn("timezone", fields.Node("timezone")!, $"\"{name}\" is not a known time zone, so UTC is used.", near is null ? "Write one such as Europe/Berlin." : $"Did you mean \"{near}\"?");
        return null;
    }

    private static Owner? Owner(FieldReader fields)
    {
        switch (fields.Node("owner"))
        {
            case null: return null;
            case YamlMap map:
                var inner = fields.Inside(map, "owner", "owner");
                inner.WarnOfUnknownKeys();
                var name = inner.Text("name");
                if (Mailbox(inner, "email") is { } email) return new Owner(name ?? email, email);
                if (inner.Node("email") is null) fields.Warn("owner.email", map, "The owner has no e-mail address, so the owner is left out.", "Add \"email:\" below \"owner:\".");
                return null;
            case var other:
                fields.Warn("owner", other, "The owner must have a name and an e-mail address, so it is left out.", "Write \"owner: { name: …, email: … }\".");
                return null;
        }
    }

    /// <summary>The address of a text, with or without <c>mailto:</c>; null when it is none.</summary>
    internal static string? Mailbox(string text)
    {
        var address = text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text[7..] : text;
        return Mail().IsMatch(address) && address.Length <= 254 ? address : null;
    }

    private static string? Mailbox(FieldReader fields, string key)
    {
        if (fields.Text(key) is not { } text) return null;
        if (Mailbox(text) is { } address) return address;
        fields.Warn(fields.PathOf(key), fields.Node(key)!, $"\"{FieldReader.Cut(text, 60)}\" is not an e-mail address, so it is left out.", "Write it as name@example.org.");
        return null;
    }

    private static List<Category> Categories(FieldReader fields)
    {
        var categories = new List<Category>();
        foreach (var (path, node) in fields.Items("categories"))
        {
            var (name, sub) = node switch
            {
                YamlText text => Split(text.Value),
                YamlMap map => Named(fields.Inside(map, "category", path)),
                _ => (null, null),
            };
            if (name is not null && AppleCategories.Find(name, sub) is { } category)
            {
                if (!categories.Contains(category)) categories.Add(category);
                continue;
            }

            var suggestion = name is null ? null : AppleCategories.Suggest(name, sub);
            fields.Warn(path, node, $"{(name is null ? "This" : $"\"{FieldReader.Cut(sub is null ? name : $"{name} > {sub}", 60)}\"")} is not one of Apple's categories, so it is left out.",
                suggestion is null ? "Choose one of Apple's list, for example News or Society & Culture > Documentary." : $"Did you mean \"{suggestion}\"?");
        }

        return categories;
    }

    private static (string?, string?) Named(FieldReader category)
    {
        category.WarnOfUnknownKeys();
        return (category.Text("name"), category.Text("sub"));
    }

    private static (string?, string?) Split(string text)
    {
        var parts = FieldReader.OneLine(text).Split(['>', '/', '›', '»'], 2, StringSplitOptions.TrimEntries);
        return (parts[0].Length == 0 ? null : parts[0], parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null);
    }

    private static string? Copyright(FieldReader fields)
    {
        if (fields.Text("copyright", 255) is not { } text) return null;
        var holder = Sign().Replace(text, "").Trim();
        return holder.Length == 0 ? text : holder;
    }

    private static List<ShowLink> Links(FieldReader fields)
    {
        var links = new List<ShowLink>();
        foreach (var link in fields.Links("links"))
        {
            // An entry without a name of its own is named after its site.
            var network = Networks.Word(link.Title == link.Address.Host ? Site().Match(link.Title).Groups["name"].Value : link.Title);
            links.Add(new ShowLink(network, Titles.GetValueOrDefault(network) ?? link.Title, link.Address));
        }

        if (fields.Address("facebook") is { } page && links.TrueForAll(l => l.Network != "facebook")) links.Add(new ShowLink("facebook", Titles["facebook"], page));
        return links;
    }

    private static FeedSettings Feed(FieldReader fields, FeedSettings defaults)
    {
        if (fields.Node("feed") is not { } node) return defaults;
        if (node is not YamlMap map)
        {
            fields.Warn("feed", node, $"\"feed\" must be a group of fields and is {FieldReader.Kind(node)}.", "Write \"feed: { items: 100 }\".");
            return defaults;
        }

        var inner = fields.Inside(map, "feed", "feed");
        inner.WarnOfUnknownKeys();
        var all = inner.Node("items") is YamlText text && text.Value.Trim().Equals("all", StringComparison.OrdinalIgnoreCase);
        return new FeedSettings
        {
            Items = all ? null : inner.Count("items") ?? defaults.Items,
            TextEpisodes = inner.Flag("textEpisodes") ?? defaults.TextEpisodes,
        };
    }

    [GeneratedRegex(@"^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]*[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Mail();

    [GeneratedRegex(@"^(?:\s*(?:copyright|\(c\)|©|℗|[0-9]{4}(?:\s*[-–]\s*[0-9]{4})?|by)[\s,:]*)+", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Sign();

    [GeneratedRegex(@"(?:^|\.)(?<name>[^.]+)\.[^.]+$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Site();
}

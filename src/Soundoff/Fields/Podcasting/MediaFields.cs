using System.Globalization;
using System.Text.RegularExpressions;
using Soundoff.Episodes.Podcasting;
using Soundoff.Limits;

namespace Soundoff.Fields.Podcasting;

/// <summary>Reads files elsewhere: <c>alternateEnclosures:</c> and <c>images:</c>.</summary>
internal static partial class MediaFields
{
    /// <summary>The enclosures in their order.</summary>
    public static List<AlternateEnclosure> Enclosures(this FieldReader fields) =>
        fields.Groups("alternateEnclosures", "alternateEnclosure", "Write \"type: audio/opus\" and \"sources: [https://…]\".", Enclosure);

    /// <summary>The pictures in their order.</summary>
    public static List<PictureUse> Images(this FieldReader fields) => fields.Groups(
        "images", "image", "Write \"url: https://…\" and \"purpose\".", Image,
        (text, node, path) => fields.AddressOf(text, path, node) is { } address ? new(address) : null);

    /// <summary>A media type.</summary>
    public static string? MediaType(this FieldReader fields, string key) =>
        fields.Checked(key, text => Type().IsMatch(text) ? text.ToLowerInvariant() : null, "is no media type", "Write one such as audio/mpeg or video/mp4.");

    /// <summary>A whole number above 0, perhaps a large one.</summary>
    public static long? Amount(this FieldReader fields, string key)
    {
        if (fields.Node(key) is not { } node) return null;
        if (node is YamlText text && long.TryParse(text.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount > 0) return amount;
        fields.Warn(fields.PathOf(key), node, $"\"{key}\" must be a whole number above 0 and is {FieldReader.Kind(node)}, so it is left out.", $"Write a number, for example {key}: 128000.");
        return null;
    }

    private static AlternateEnclosure? Enclosure(FieldReader enclosure, YamlMap whole)
    {
        const string tag = "podcast:alternateEnclosure";
        if (enclosure.Needed("type", whole, tag) is null || enclosure.MediaType("type") is not { } type) return null;
        var sources = enclosure.Groups("sources", "mediaSource", "Write \"sources: [https://…]\".", Source, (text, node, path) => Place(enclosure, text, node, path) is { } at ? new MediaSource(at) : null);
        if (sources.Count == 0)
        {
            enclosure.Warn(enclosure.PathOf("sources"), whole, $"\"sources\" names no file, so this entry is left out ({tag}).", "Add \"sources: [https://…]\".");
            return null;
        }

        return new()
        {
            Type = type,
            Sources = sources,
            Length = enclosure.Amount("length"),
            BitRate = enclosure.Amount("bitrate"),
            Height = enclosure.Count("height"),
            Language = enclosure.Language("lang"),
            Title = enclosure.Text("title", 32),
            Rel = enclosure.Text("rel", 32),
            Codecs = enclosure.Text("codecs", 128),
            IsEnclosure = enclosure.Flag("default") ?? false,
            Integrity = enclosure.Group("integrity", "integrity", "Write \"type: sri\" and \"value: sha384-…\".", Whole, (text, node, path) => Sri(enclosure, text, node, path)),
        };
    }

    private static MediaSource? Source(FieldReader source, YamlMap whole) =>
        source.Needed("uri", whole, "podcast:source", 2000) is { } uri && Place(source, uri, source.Node("uri")!, source.PathOf("uri")) is { } address
            ? new(address, source.MediaType("contentType"))
            : null;

    private static Uri? Place(FieldReader fields, string text, YamlNode node, string path)
    {
        if (GroupFields.AnyAddress(text) is { } address) return address;
        fields.Warn(path, node, $"\"{FieldReader.Cut(text, 60)}\" is no address, so this source is left out (podcast:source).", "Write it whole: https://…, ipfs://….");
        return null;
    }

    private static Integrity? Whole(FieldReader integrity, YamlMap whole)
    {
        if (integrity.Needed("type", whole, "podcast:integrity") is null || integrity.OneOf("type", ["sri", "pgp-signature"], "podcast:integrity") is not { } type) return null;
        if (integrity.Needed("value", whole, "podcast:integrity", 4000) is not { } value) return null;
        return type == "sri" ? Sri(integrity, value, integrity.Node("value")!, integrity.PathOf("value")) : new(type, value);
    }

    private static Integrity? Sri(FieldReader fields, string value, YamlNode node, string path)
    {
        if (Hash().IsMatch(value)) return new("sri", value);
        fields.Warn(path, node, "This is no Subresource Integrity string, so it is left out (podcast:integrity).", "Write sha384- and the hash in base64.");
        return null;
    }

    private static PictureUse? Image(FieldReader image, YamlMap whole)
    {
        if (image.Needed("url", whole, "podcast:image", 2000) is null || image.Address("url") is not { } address) return null;
        var ratio = image.Checked("aspectRatio", text => Ratio().Match(text) is { Success: true } match ? $"{match.Groups[1].Value}/{match.Groups[2].Value}" : null, "is no ratio", "Write width and height: 16/9.");
        return new(address, image.Text("alt"), ratio, image.Count("width"), image.Count("height"), image.MediaType("type"), image.Text("purpose", 128)?.ToLowerInvariant());
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Type();

    [GeneratedRegex(@"^sha(?:256-[A-Za-z0-9+/]{43}=|384-[A-Za-z0-9+/]{64}|512-[A-Za-z0-9+/]{86}==)$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Hash();

    [GeneratedRegex(@"^([1-9][0-9]{0,4}(?:\.[0-9]{1,4})?)\s*[/:]\s*([1-9][0-9]{0,4}(?:\.[0-9]{1,4})?)$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Ratio();
}

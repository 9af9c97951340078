using System.Globalization;
using System.Text.RegularExpressions;
using Soundoff.Episodes.Podcasting;
using Soundoff.Limits;

namespace Soundoff.Fields.Podcasting;

/// <summary>Reads <c>location:</c>, a name, a place, or several of either.</summary>
internal static partial class PlaceFields
{
    private const int LongestName = 128;
    private const string Mend = "Write \"location: Malmö\", or \"name\" with \"geo\", \"osm\" and \"country\".";

    /// <summary>The places in their order.</summary>
    public static List<Place> Places(this FieldReader fields) =>
        fields.Groups("location", "place", Mend, (place, whole) => Read(place, whole), (name, node, path) => Named(fields, name, node, path));

    private static Place? Named(FieldReader fields, string name, YamlText node, string path)
    {
        if (name.Length == 0) return null;
        if (name.Length > LongestName) fields.Warn(path, node, $"The place's name has {name.Length} characters; {LongestName} are the most, so it is cut (podcast:location).", "Shorten it.");
        return new(FieldReader.Cut(name, LongestName));
    }

    private static Place? Read(FieldReader place, YamlMap whole) => place.Needed("name", whole, "podcast:location", LongestName) is { } name
        ? new(
            name,
            place.OneOf("rel", ["subject", "creator"], "podcast:location"),
            place.Checked("geo", Geo, "is no latitude and longitude (RFC 5870)", "Write \"55.6053,13.0002\"."),
            place.Checked("osm", text => Osm().IsMatch(text) ? text.ToUpperInvariant() : null, "is no OpenStreetMap object", "Write N, W or R and its number: R10663667."),
            place.Checked("country", text => Country().IsMatch(text) ? text.ToUpperInvariant() : null, "is no country of ISO 3166-1", "Write its two letters: SE."))
        : null;

    private static string? Geo(string text)
    {
        var match = Coordinates().Match(text);
        if (!match.Success) return null;
        var (latitude, longitude) = (Degrees(match.Groups["lat"].Value), Degrees(match.Groups["lon"].Value));
        if (Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180) return null;
        return string.Create(CultureInfo.InvariantCulture, $"geo:{latitude},{longitude}{match.Groups["rest"].Value}");
    }

    private static decimal Degrees(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:geo:)?\s*(?<lat>-?[0-9]{1,3}(?:\.[0-9]{1,15})?)\s*,\s*(?<lon>-?[0-9]{1,3}(?:\.[0-9]{1,15})?)(?<rest>(?:,-?[0-9]{1,6}(?:\.[0-9]{1,6})?)?(?:;u=[0-9]{1,9})?)$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Coordinates();

    [GeneratedRegex("^[NWR][1-9][0-9]{0,18}$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Osm();

    [GeneratedRegex("^[A-Z]{2}$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Country();
}

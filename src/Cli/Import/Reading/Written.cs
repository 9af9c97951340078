using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Soundoff.Episodes;
using Soundoff.Fields;
using Soundoff.Texts;

namespace Soundoff.Cli.Import.Reading;

/// <summary>Values of elements and attributes, as forgiving as feeds need.</summary>
internal static class Written
{
    /// <summary>One line of text; of HTML and doubled entities only what they mean. Null when nothing is left.</summary>
    public static string? Line(this XElement? element) => element is null ? null : Line(element.Value);

    /// <inheritdoc cref="Line(XElement)"/>
    public static string? Line(string? text)
    {
        if (text is null) return null;
        // "&amp;amp;" is what a program makes that escapes what is escaped already.
        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(text);
        if (text.Contains('<', StringComparison.Ordinal) && text.Contains('>', StringComparison.Ordinal)) text = PlainText.From(text);
        var line = string.Join(' ', SafeText.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line;
    }

    /// <summary>What is in an element: its text, or what stands in it as elements.</summary>
    public static string Inside(this XElement element) =>
        element.HasElements ? string.Concat(element.Nodes().Select(node => node is XText text ? WebUtility.HtmlEncode(text.Value) : node.ToString(SaveOptions.DisableFormatting))) : element.Value;

    /// <summary>An attribute by its name alone; null when it is missing or empty.</summary>
    public static string? Said(this XElement element, string name) =>
        element.Attributes().FirstOrDefault(a => a.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>An http or https address, taken from where the document lies; null when the text is none.</summary>
    public static Uri? Address(Uri? from, string? text)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > 4096) return null;
        if (trimmed.StartsWith("//", StringComparison.Ordinal)) trimmed = "https:" + trimmed;
        trimmed = trimmed.Replace(" ", "%20", StringComparison.Ordinal);
        var address = from is null
            ? Uri.TryCreate(trimmed, UriKind.Absolute, out var whole) ? whole : null
            : Uri.TryCreate(from, trimmed, out var joined) ? joined : null;
        return address is { Scheme: "http" or "https", Host.Length: > 0 } ? address : null;
    }

    /// <summary>yes and no in all the ways that feeds say them; null for anything else.</summary>
    public static bool? Flag(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "yes" or "true" or "explicit" or "1" => true,
        "no" or "false" or "clean" or "0" => false,
        _ => null,
    };

    /// <summary>A whole number above 0; null for anything else.</summary>
    public static int? Number(string? text) =>
        decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= int.MaxValue && number == decimal.Truncate(number) ? (int)number : null;

    /// <summary>A length in bytes; null for anything else.</summary>
    public static long? Bytes(string? text) => long.TryParse(text?.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null;

    /// <summary>Hours, minutes and seconds, or seconds; also as <c>PT1H2M3S</c>. Null for anything else.</summary>
    public static TimeSpan? Time(string? text)
    {
        if (text is null) return null;
        var time = text.StartsWith('P') ? Iso(text) : Times.Read(text.Trim());
        return time > TimeSpan.Zero || (time == TimeSpan.Zero && text.Contains('0', StringComparison.Ordinal)) ? time : null;
    }

    /// <summary>A person; null without a name.</summary>
    public static Person? Person(string? name, string? role, Uri? link, Uri? image) => Line(name) is not { } named ? null : new()
    {
        Name = SafeText.Line(named, 128),
        Role = Line(role)?.ToLowerInvariant() ?? "host",
        Link = link,
        Image = image,
    };

    private static TimeSpan? Iso(string text)
    {
        try
        {
            return System.Xml.XmlConvert.ToTimeSpan(text);
        }
        catch (FormatException)
        {
            return null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}

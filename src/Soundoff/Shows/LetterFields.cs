using System.Globalization;
using Soundoff.Fields;

namespace Soundoff.Shows;

/// <summary>Reads <c>mail:</c> of <c>show.yaml</c>: how letters are handled.</summary>
internal static class LetterFields
{
    private const int MostHosts = 10;
    private const string Shown = "10m";

    /// <summary>The defaults with everything that the group states.</summary>
    public static LetterSettings Read(FieldReader fields, LetterSettings defaults)
    {
        if (fields.Node("mail") is not { } node) return defaults;
        if (node is not YamlMap map)
        {
            fields.Warn("mail", node, $"\"mail\" must be a group of fields and is {FieldReader.Kind(node)}.", "Write \"mail: { hosts: [name@example.org] }\", and the address listeners write to as \"contact\".");
            return defaults;
        }

        var inner = fields.Inside(map, "mail", "mail");
        inner.WarnOfUnknownKeys();
        return new LetterSettings
        {
            Hosts = Hosts(inner),
            Acknowledge = inner.Flag("acknowledge") ?? defaults.Acknowledge,
            SpamThreshold = inner.Count("spamThreshold") ?? defaults.SpamThreshold,
            Digest = inner.Flag("digest") ?? defaults.Digest,
            LettersPerHour = inner.Count("lettersPerHour") ?? defaults.LettersPerHour,
            Bundle = Bundle(inner) ?? defaults.Bundle,
        };
    }

    // "10m", "1h", "1d": a number and its unit.
    private static TimeSpan? Bundle(FieldReader mail)
    {
        if (mail.Node("bundle") is not { } node) return null;
        if (node is YamlText text && Span(text.Value.Trim()) is { } span && span >= TimeSpan.FromMinutes(1) && span <= TimeSpan.FromDays(1)) return span;
        mail.Warn(mail.PathOf("bundle"), node, $"\"bundle\" must be a time from 1m to 1d and is {FieldReader.Kind(node)}; {Shown} is used.", "Write minutes, hours or a day: 10m, 1h, 1d.");
        return null;
    }

    private static TimeSpan? Span(string text) => text.Length > 1 && int.TryParse(text[..^1].TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1440
        ? char.ToLowerInvariant(text[^1]) switch { 'm' => TimeSpan.FromMinutes(number), 'h' => TimeSpan.FromHours(number), 'd' => TimeSpan.FromDays(number), _ => null }
        : null;

    private static List<string> Hosts(FieldReader mail)
    {
        var hosts = new List<string>();
        foreach (var (path, node) in mail.Items("hosts"))
        {
            var address = node is YamlText text ? ShowFields.Mailbox(text.Value.Trim()) : null;
            if (address is null) mail.Warn(path, node, "This is not an e-mail address, so it is left out.", "Write it as name@example.org.");
            else if (hosts.Count == MostHosts) mail.Warn(path, node, $"Letters go to at most {MostHosts} hosts, so this one is left out.", "Use the address of a group.");
            else if (!hosts.Contains(address.ToLowerInvariant())) hosts.Add(address.ToLowerInvariant());
        }

        return hosts;
    }
}

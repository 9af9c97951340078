using System.Globalization;
using System.Text.RegularExpressions;
using Soundoff.Episodes.Podcasting;
using Soundoff.Limits;

namespace Soundoff.Fields.Podcasting;

/// <summary>Reads <c>value:</c>. What is wrong with a recipient stops publication: money would go elsewhere, or be shared otherwise.</summary>
internal static partial class ValueFields
{
    private const string Tag = "podcast:value";

    /// <summary>The blocks in their order.</summary>
    public static List<ValueBlock> Value(this FieldReader fields) =>
        fields.Groups("value", "value", "Write \"type: lightning\", \"method: keysend\" and \"recipients\".", Block);

    private static ValueBlock? Block(FieldReader block, YamlMap whole)
    {
        var recipients = Recipients(block);
        if (recipients.Count == 0)
        {
            block.Stop(block.PathOf("recipients"), block.Node("recipients") ?? whole, $"Nobody gets what is paid ({Tag}).", "Add \"recipients:\", each with \"type\", \"address\" and \"split\".");
            return null;
        }

        return new()
        {
            Type = block.Text("type", 64) ?? "lightning",
            Method = block.Text("method", 64) ?? "keysend",
            Suggested = Amount(block),
            Recipients = recipients,
            TimeSplits = [.. block.Groups("timeSplits", "valueTimeSplit", "Write \"start\", \"duration\" and \"recipients\" or \"remoteItem\".", TimeSplit).OrderBy(s => s.Start)],
        };
    }

    private static decimal? Amount(FieldReader block)
    {
        if (block.Node("suggested") is not { } node) return null;
        if (node is YamlText text && decimal.TryParse(text.Value.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && amount > 0) return amount;
        block.Warn(block.PathOf("suggested"), node, $"\"suggested\" is no amount above 0: {FieldReader.Kind(node)}, so it is left out ({Tag}).", "Write it with a point: 0.00000005.");
        return null;
    }

    private static List<ValueRecipient> Recipients(FieldReader block) =>
        block.Groups("recipients", "valueRecipient", "Write \"name\", \"type\", \"address\" and \"split\".", Recipient);

    private static ValueRecipient? Recipient(FieldReader recipient, YamlMap whole)
    {
        var (address, type) = (recipient.Text("address", 512), recipient.Text("type", 64)?.ToLowerInvariant());
        if (address is null)
        {
            recipient.Stop(recipient.PathOf("address"), whole, $"This recipient has no address ({Tag}).", "Add \"address:\".");
            return null;
        }

        type ??= LightningAddress().IsMatch(address) ? "lnaddress" : "node";
        var good = type switch { "node" => Node().IsMatch(address), "lnaddress" => LightningAddress().IsMatch(address), _ => true };
        if (!good)
            recipient.Stop(recipient.PathOf("address"), recipient.Node("address")!, type == "node" ? $"A node's address has 66 hexadecimal digits ({Tag})." : $"This is no Lightning address ({Tag}).", type == "node" ? "Copy the node's public key." : "Write it as name@wallet.example.");
        return Split(recipient, whole) is { } split
            ? new(recipient.Text("name", 128), type, address, split, recipient.Flag("fee") ?? false, recipient.Text("customKey", 128), recipient.Text("customValue", 512))
            : null;
    }

    private static int? Split(FieldReader recipient, YamlMap whole)
    {
        if (recipient.Node("split") is YamlText text && int.TryParse(text.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var split)) return split;
        recipient.Stop(recipient.PathOf("split"), recipient.Node("split") ?? whole, $"\"split\" must be a whole number of shares ({Tag}).", "Write how many shares this recipient gets: split: 50.");
        return null;
    }

    private static ValueTimeSplit? TimeSplit(FieldReader split, YamlMap whole)
    {
        if (split.Time("start", whole) is not { } start || split.Time("duration", whole) is not { } duration) return null;
        var (recipients, item) = (Recipients(split), split.RemoteItem("remoteItem"));
        if (recipients.Count > 0 == item is not null || duration <= TimeSpan.Zero)
        {
            split.Stop(split.PathOf("start"), whole, "A stretch of time has either recipients or a remote item, and lasts longer than 0 (podcast:valueTimeSplit).", "Keep one of \"recipients\" and \"remoteItem\".");
            return null;
        }

        return new(start, duration, recipients, item, split.Time("remoteStart", whole, needed: false), Percentage(split));
    }

    private static int? Percentage(FieldReader split)
    {
        if (split.Node("remotePercentage") is not { } node) return null;
        if (node is YamlText text && int.TryParse(text.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var percentage) && percentage <= 100) return percentage;
        split.Stop(split.PathOf("remotePercentage"), node, "\"remotePercentage\" must be a whole number from 0 to 100 (podcast:valueTimeSplit).", "Write remotePercentage: 95.");
        return null;
    }

    [GeneratedRegex("^[0-9a-f]{66}$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Node();

    [GeneratedRegex(@"^[a-z0-9._+-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex LightningAddress();
}

using Soundoff.Fields;

namespace Soundoff.Shows.Podcasting;

/// <summary>Reads <c>block:</c>: true, the platforms that may not show the show, or each platform with yes or no.</summary>
internal static class BlockFields
{
    private const string Tag = "the platforms that podcast:block knows";

    /// <summary>Whether everyone is to leave the show out.</summary>
    public static bool? Everywhere(FieldReader fields) => fields.Node("block") switch
    {
        null or YamlList => null,
        YamlMap map => fields.Inside(map, "block", "block").Flag("all"),
        YamlText text when Platform(text.Value) is not null => null,
        _ => fields.Flag("block"),
    };

    /// <summary>What is said of platforms by name, in the order written.</summary>
    public static IReadOnlyList<PlatformBlock> Platforms(FieldReader fields)
    {
        switch (fields.Node("block"))
        {
            case YamlText text: return Platform(text.Value) is { } one ? [new(one, true)] : [];
            case YamlMap map:
                var inner = fields.Inside(map, "block", "block");
                inner.WarnOfUnknownKeys();
                return [.. map.Entries.Where(e => PlatformBlock.Platforms.Contains(e.Key) && inner.Flag(e.Key) is not null).Select(e => new PlatformBlock(e.Key, inner.Flag(e.Key)!.Value))];
            case YamlList:
                return [.. Listed(fields).Select(p => new PlatformBlock(p, true))];
            default: return [];
        }
    }

    private static IEnumerable<string> Listed(FieldReader fields)
    {
        foreach (var (path, node) in fields.Items("block"))
        {
            if (node is YamlText text && Platform(text.Value) is { } platform)
            {
                yield return platform;
                continue;
            }

            var near = node is YamlText wrong ? Nearest.Of(wrong.Value.Trim(), PlatformBlock.Platforms) : null;
            fields.Warn(path, node, $"{FieldReader.Kind(node)} is none of {Tag}, so it is left out.", near is null ? "Write one of serviceslugs.txt, for example amazon, spotify or youtube." : $"Did you mean \"{near}\"?");
        }
    }

    private static string? Platform(string text) => PlatformBlock.Platforms.FirstOrDefault(p => p.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));
}

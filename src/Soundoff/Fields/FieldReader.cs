using System.Globalization;
using Soundoff.Problems;

namespace Soundoff.Fields;

/// <summary>
/// Takes typed values out of one mapping and notes what is wrong with them, each with its line and its path
/// (<c>guests[1].name</c>). Only keys of the schema can be asked for, so that schema and readers cannot drift apart.
/// </summary>
internal sealed class FieldReader(string file, YamlMap map, KnownFields known, List<Problem> problems, string definition = "", string path = "")
{
    /// <summary>Where the mapping begins.</summary>
    public int Line => map.Line;

    /// <summary>Whether a definition of the schema lists a key.</summary>
    public bool Knows(string of, string key) => known.Of(of).Contains(key);

    /// <summary>Warns of every key the schema does not know, with the nearest one that it does.</summary>
    public void WarnOfUnknownKeys(Func<string, string?>? advice = null)
    {
        foreach (var entry in map.Entries.Where(e => !known.Of(definition).Contains(e.Key)))
        {
            var nearest = Nearest.Of(entry.Key.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal), known.Of(definition));
            problems.Add(Problem.Warning(file, $"\"{Shown(entry.Key)}\" is not a known field and is ignored.",
                advice?.Invoke(entry.Key) ?? (nearest is null ? "Remove it, or look up the field's name in the schema." : $"Did you mean \"{nearest}\"?"),
                PathOf(Shown(entry.Key)), entry.Line));
        }
    }

    /// <summary>The value of a key; null when it is absent or empty.</summary>
    public YamlNode? Node(string key)
    {
        if (!known.Of(definition).Contains(key)) throw new ArgumentException($"The schema does not list {PathOf(key)}.", nameof(key));
        return map.Entries.FirstOrDefault(e => e.Key == key)?.Value is { } node and not YamlText { IsNull: true } ? node : null;
    }

    /// <summary>The first of the keys that is given.</summary>
    public string Given(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (Node(key) is not null) return key;
        return keys[0];
    }

    /// <summary>One line of text, cut at <paramref name="longest"/> characters.</summary>
    public string? Text(string key, int longest = int.MaxValue)
    {
        var node = Node(key);
        if (node is null) return null;
        if (node is not YamlText text)
        {
            Warn(PathOf(key), node, $"\"{key}\" must be text and is {Kind(node)}.", $"Write it as one line: {key}: \"…\".");
            return null;
        }

        var line = OneLine(text.Value);
        if (line.Length <= longest) return line.Length == 0 ? null : line;
        Warn(PathOf(key), node, $"\"{key}\" has {Number(line.Length)} characters; {Number(longest)} are the most, so it is cut.", "Shorten it.");
        return Cut(line, longest);
    }

    /// <summary>true or false; anything else stops publication.</summary>
    public bool? Flag(string key)
    {
        var node = Node(key);
        if (node is null) return null;
        switch ((node as YamlText)?.Value.Trim().ToLowerInvariant())
        {
            case "true" or "yes" or "on" or "explicit": return true;
            case "false" or "no" or "off" or "clean": return false;
            default:
                Stop(PathOf(key), node, $"\"{key}\" must be true or false and is {Kind(node)}.", $"Write {key}: true or {key}: false.");
                return null;
        }
    }

    /// <summary>A whole number above 0; anything else stops publication.</summary>
    public int? Count(string key)
    {
        var node = Node(key);
        if (node is null) return null;
        if (node is YamlText text && int.TryParse(text.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0) return count;
        Stop(PathOf(key), node, $"\"{key}\" must be a whole number above 0 and is {Kind(node)}.", $"Write a number, for example {key}: 3.");
        return null;
    }

    /// <summary>One of a few words; anything else stops publication.</summary>
    public string? Choice(string key, params ReadOnlySpan<string> choices)
    {
        var node = Node(key);
        if (node is null) return null;
        var word = (node as YamlText)?.Value.Trim() ?? "";
        foreach (var choice in choices)
            if (choice.Equals(word, StringComparison.OrdinalIgnoreCase)) return choice;
        var near = Nearest.Of(word, choices.ToArray());
        Stop(PathOf(key), node, $"\"{key}\" is {Kind(node)}, which is none of {string.Join(", ", choices!)}.",
            near is null ? $"Write one of: {string.Join(", ", choices!)}." : $"Did you mean \"{near}\"?");
        return null;
    }

    /// <summary>The items of a list; a lone value is a list of one. One that goes on as a list stops publication.</summary>
    public IReadOnlyList<(string Path, YamlNode Node)> Items(string key) => Node(key) switch
    {
        null => [],
        YamlText { StrayItem: { } line } text => Stray(key, text, line),
        YamlList list => [.. list.Items.Select((item, i) => ($"{PathOf(key)}[{Number(i)}]", item)).Where(i => i.item is not YamlText { IsNull: true })],
        var single => [(PathOf(key), single)],
    };

    private List<(string, YamlNode)> Stray(string key, YamlText text, int line)
    {
        Stop(PathOf(key), text with { Line = line }, $"This is an item of a list, but \"{key}\" has a value beside its colon already.", $"Put that value below \"{key}:\" as an item of its own, with a hyphen and a space before it.");
        return [];
    }

    /// <summary>A list of texts, each once; a lone text is split at its commas.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var texts = new List<string>();
        foreach (var (itemPath, node) in Items(key))
        {
            if (node is not YamlText text) Warn(itemPath, node, $"This must be text and is {Kind(node)}, so it is left out.", "Write one text per item.");
            else if (Node(key) is YamlText) texts.AddRange(OneLine(text.Value).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            else if (OneLine(text.Value) is { Length: > 0 } line) texts.Add(line);
        }

        return [.. texts.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>A reader for a mapping inside this one.</summary>
    public FieldReader Inside(YamlMap inner, string innerDefinition, string innerPath) => new(file, inner, known, problems, innerDefinition, innerPath);

    /// <summary>Notes a problem that does not stop publication.</summary>
    public void Warn(string field, YamlNode at, string message, string mend) => problems.Add(Problem.Warning(file, message, mend, field, at.Line));

    /// <summary>Notes a problem that stops publication.</summary>
    public void Stop(string field, YamlNode at, string message, string mend) => problems.Add(Problem.Error(file, message, mend, field, at.Line));

    /// <summary>The path of a key of this mapping.</summary>
    public string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>What a value is, for a message.</summary>
    public static string Kind(YamlNode node) => node switch
    {
        YamlText text => $"\"{Shown(text.Value)}\"",
        YamlList => "a list",
        _ => "a group of fields",
    };

    /// <summary>Text without line breaks, control characters and doubled spaces.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Text cut at a word, with an ellipsis, to at most so many characters.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = text.LastIndexOf(' ', longest - 1);
        if (end < longest / 2) end = longest - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd(' ', ',', ';', ':', '-', '–', '—') + "…";
    }

    private static string Shown(string text) => Cut(OneLine(text), 60);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

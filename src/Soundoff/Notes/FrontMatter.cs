using System.Text.RegularExpressions;
using Soundoff.Episodes;
using Soundoff.Fields;
using Soundoff.Limits;
using Soundoff.Problems;

namespace Soundoff.Notes;

/// <summary>The YAML between two <c>---</c> lines at the top of an episode's notes.</summary>
public static partial class FrontMatter
{
    /// <summary>What front matter alone says; facts without content when the text has none.</summary>
    public static Reading<EpisodeFacts> Read(string file, string text)
    {
        var (facts, _, problems) = Split(file, text);
        return new(facts, problems);
    }

    /// <summary>The lines on which fields stand, from 1; of those at the beginning of a line.</summary>
    public static IReadOnlyDictionary<string, int> Lines(string text)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, l => l.Trim().Length > 0);
        if (first < 0 || !Fence().IsMatch(lines[first])) return found;
        for (var i = first + 1; i < lines.Length && !Fence().IsMatch(lines[i]) && lines[i].TrimEnd() != "..."; i++)
            if (lines[i].Length > 0 && !char.IsWhiteSpace(lines[i][0]) && Field().IsMatch(lines[i])) found.TryAdd(lines[i].Split(':')[0].Trim().Trim('"', '\''), i + 1);
        return found;
    }

    /// <summary>The facts of the front matter, the text below it, and what is wrong.</summary>
    internal static (EpisodeFacts Facts, string Below, IReadOnlyList<Problem> Problems) Split(string file, string text)
    {
        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, l => l.Trim().Length > 0);
        if (first < 0) return (new(), text, []);
        if (lines[first].Trim() == "+++") return Toml(file, lines, first);
        if (!Fence().IsMatch(lines[first])) return (new(), text, []);

        var last = Array.FindIndex(lines, first + 1, l => Fence().IsMatch(l) || l.TrimEnd() == "...");
        var content = lines.Skip(first + 1).FirstOrDefault(l => l.Trim().Length > 0 && !l.TrimStart().StartsWith('#')) ?? "";
        if (!Field().IsMatch(content) && !Fence().IsMatch(content) && (last < 0 || !LooksLikeYaml(lines[(first + 1)..last]))) return (new(), text, []);
        if (last < 0)
        {
            return (new(), "", [Problem.Error(file, "The front matter that begins here is never closed.",
                "Put a line --- below its last field.", line: first + 1)]);
        }

        var below = string.Join('\n', lines[(last + 1)..]);
        var yaml = YamlDocument.Read(file, string.Join('\n', lines[(first + 1)..last]), first + 1);
        if (yaml.Value is null) return (new(), below, yaml.Problems);
        var problems = new List<Problem>(yaml.Problems);
        return (EpisodeFields.Read(new FieldReader(file, yaml.Value, Schemas.EpisodeFields, problems), problems), below, problems);
    }

    private static (EpisodeFacts, string, IReadOnlyList<Problem>) Toml(string file, string[] lines, int first)
    {
        var last = Array.FindIndex(lines, first + 1, l => l.Trim() == "+++");
        return (new(), last < 0 ? "" : string.Join('\n', lines[(last + 1)..]), [Problem.Error(file, "This front matter is TOML, which is not read.",
            "Put --- in place of both +++ lines and write each field as \"key: value\".", line: first + 1)]);
    }

    // A text that merely begins with a rule holds sentences up to the next one, not lists or fields.
    private static bool LooksLikeYaml(string[] lines) => lines.Any(l => Field().IsMatch(l))
        || lines.All(l => l.Trim().Length == 0 || l.TrimStart()[0] is '-' or '#' or '{' or '[' || Schemas.EpisodeFields.Of().Contains(FirstWord().Match(l).Groups[1].Value));

    // A field whose colon was forgotten, or another sign put in its place.
    [GeneratedRegex(@"^(\p{L}+)[\s:=;：]", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^\uFEFF?---\s*$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s*[""']?[\p{L}_][\p{L}\p{N}_-]*[""']?\s*:(?:\s|$)", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Field();
}

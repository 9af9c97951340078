using System.Text.Json.Nodes;
using Soundoff.Languages;

namespace Soundoff.Tests.Languages;

/// <summary>The files of words as they are, by the paths of their words.</summary>
internal static class WordFiles
{
    /// <summary>A language's file.</summary>
    public static JsonNode Read(string language)
    {
        using var file = typeof(Words).Assembly.GetManifestResourceStream($"Soundoff.Languages.{language}.json")!;
        return JsonNode.Parse(file)!;
    }

    /// <summary>All phrases: <c>form.send</c>. Of those with a number in them, the form that languages share.</summary>
    public static IReadOnlyDictionary<string, string> Phrases(string language) => Under("", Read(language)).ToDictionary(p => p.Path, p => p.Phrase, StringComparer.Ordinal);

    private static IEnumerable<(string Path, string Phrase)> Under(string path, JsonNode node) => node is not JsonObject words
        ? [(path, node.GetValue<string>())]
        : words.ContainsKey("other") ? [(path, words["other"]!.GetValue<string>())]
        : words.SelectMany(word => Under(path.Length == 0 ? word.Key : $"{path}.{word.Key}", word.Value!));
}

using System.Text.Json.Serialization;

namespace Soundoff.Languages;

/// <summary>Reads the files of words, and refuses those that lack a word or have one that nobody asks for.</summary>
[JsonSerializable(typeof(Words))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class WordsJson : JsonSerializerContext;

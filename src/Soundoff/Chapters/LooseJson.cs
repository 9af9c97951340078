using System.Text;
using System.Text.Json;
using Soundoff.Texts;

namespace Soundoff.Chapters;

/// <summary>Sidecar JSON, read liberally: comments and trailing commas pass, and lines of list items can be named.</summary>
internal sealed class LooseJson : IDisposable
{
    /// <summary>What a publisher can do about a file that is no JSON.</summary>
    public const string Mend = "Correct the JSON near this line; an editor with JSON support shows the place.";

    private static readonly JsonDocumentOptions Liberal = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly JsonDocument document;
    private readonly byte[] bytes;

    private LooseJson(JsonDocument document, byte[] bytes) => (this.document, this.bytes) = (document, bytes);

    public JsonElement Root => document.RootElement;

    public void Dispose() => document.Dispose();

    /// <summary>Parses a text; on failure says at which line, from 1, or null where the parser does not know.</summary>
    public static LooseJson? Parse(string text, out int? line)
    {
        line = null;
        // By bytes, since the parser refuses a string with half a surrogate pair; encoding replaces it.
        var bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        try
        {
            return new(JsonDocument.Parse(bytes, Liberal), bytes);
        }
        catch (JsonException problem)
        {
            line = (int?)problem.LineNumber + 1;
            return null;
        }
    }

    /// <summary>The first member of these names.</summary>
    public static JsonElement? Member(JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
                return value;
        return null;
    }

    /// <summary>A string, words never joined, or a number as written; null for anything else and for strings that are no Unicode.</summary>
    public static string? Text(JsonElement? value)
    {
        try
        {
            return value?.ValueKind switch
            {
                JsonValueKind.String => SoftBreak.ToSpaces(value.Value.GetString()!),
                JsonValueKind.Number => value.Value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null; // an escaped half of a surrogate pair
        }
    }

    /// <summary>A time as a number of seconds, or as text by <see cref="ChapterTime"/>.</summary>
    public static TimeSpan? Time(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var seconds) && ChapterTime.TryFromSeconds(seconds, out var time) => time,
        { ValueKind: JsonValueKind.String } when ChapterTime.TryParse(Text(value), out var time) => time,
        _ => null,
    };

    /// <summary>The lines on which the items of the list begin that is the root itself or the root's member of this name.</summary>
    public IReadOnlyList<int> ItemLines(string? member)
    {
        var reader = new Utf8JsonReader(bytes, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var depth = member is null ? 1 : 2;
        var inside = member is null;
        var lines = new List<int>();
        int line = 1, counted = 0;
        while (reader.Read())
        {
            if (member is not null && reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1) inside = reader.ValueTextEquals(member);
            // A container's own depth is that of its parent, like a value's.
            if (!inside || reader.CurrentDepth != depth || reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) continue;
            if (reader.TokenType == JsonTokenType.PropertyName) continue;
            var at = (int)reader.TokenStartIndex;
            line += bytes.AsSpan(counted, at - counted).Count((byte)'\n');
            counted = at;
            lines.Add(line);
        }

        return lines;
    }
}

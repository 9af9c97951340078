using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Soundoff.Cli.Import.Reading;

namespace Soundoff.Cli.Import.Writing;

/// <summary>Writes YAML as a person would: a field a line, quotation marks only where they are needed, long texts as blocks.</summary>
internal sealed class YamlText
{
    private const string Signs = "-?:,[]{}#&*!|>'\"%@`";

    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "yes", "no", "on", "off", "null", "~", "y", "n", ".nan", ".inf" };

    private readonly StringBuilder _text = new();

    /// <summary>A comment of one line.</summary>
    public YamlText Comment(string words) => Append($"# {words}\n");

    /// <summary>A field with text; left out when there is none.</summary>
    public YamlText Field(string name, string? value) => string.IsNullOrWhiteSpace(value) ? this : Append($"{name}: {Scalar(value)}\n");

    /// <summary>A field with a value that is written as it is; left out when it is null.</summary>
    public YamlText Bare(string name, string? value) => value is null ? this : Append($"{name}: {value}\n");

    /// <summary>A field with true or false; left out when it is neither.</summary>
    public YamlText Flag(string name, bool? value) => Bare(name, value switch { true => "true", false => "false", null => null });

    /// <summary>A field with text of several lines.</summary>
    public YamlText Block(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return this;
        var lines = value.ReplaceLineEndings("\n").Trim().Split('\n').Select(line => line.Trim()).ToList();
        return lines.Count == 1 && lines[0].Length <= 100 ? Field(name, lines[0]) : Append($"{name}: |-\n{string.Concat(lines.Select(line => line.Length == 0 ? "\n" : $"  {line}\n"))}");
    }

    /// <summary>A field with a list on one line; left out when it is empty.</summary>
    public YamlText List(string name, IEnumerable<string> values) => string.Join(", ", values.Select(value => Scalar(value, inList: true))) is { Length: > 0 } items ? Append($"{name}: [{items}]\n") : this;

    /// <summary>A field with a list of groups of fields; left out when it is empty. Fields without a value are left out.</summary>
    public YamlText Groups(string name, IEnumerable<IEnumerable<(string Name, string? Value)>> groups)
    {
        var all = groups.ToList();
        if (all.Count == 0) return this;
        _text.Append(name).Append(":\n");
        foreach (var group in all)
        {
            var mark = "  - ";
            foreach (var (field, value) in group.Where(field => !string.IsNullOrWhiteSpace(field.Value)))
            {
                _text.Append(mark).Append(field).Append(": ").Append((field is "recipients" or "sources") || IsBare(value!) ? value : Scalar(value!)).Append('\n');
                mark = "    ";
            }
        }

        return this;
    }

    /// <summary>A field with a group of fields below it, numbers and flags as such; left out when none of them has a value.</summary>
    public YamlText Group(string name, params (string Name, string? Value)[] fields)
    {
        var given = fields.Where(field => !string.IsNullOrWhiteSpace(field.Value)).ToList();
        if (given.Count == 0) return this;
        _text.Append(name).Append(":\n");
        foreach (var (field, value) in given) _text.Append("  ").Append(field).Append(": ").Append(IsBare(value!) ? value : Scalar(value!)).Append('\n');
        return this;
    }

    /// <summary>Fields as they were found; a place that is a name alone is written as one.</summary>
    public YamlText Found(IEnumerable<FoundField> fields)
    {
        foreach (var same in fields.GroupBy(field => field.Field))
        {
            if (same.ToList() is [{ Field: "location", Values: [var name] }]) Field("location", name.Value);
            else if (PodcastTags.IsSingle(same.Key)) Group(same.Key, [.. same.First().Values]);
            else Groups(same.Key, same.Select(field => field.Values));
        }

        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>A text as a value.</summary>
    public static string Scalar(string value, bool inList = false) => IsPlain(value, inList) ? value : JsonSerializer.Serialize(value, Quoted);

    private static bool IsBare(string value) => value is "true" or "false" || (value.All(c => char.IsAsciiDigit(c) || c == '.') && char.IsAsciiDigit(value[0]) && value.Count(c => c == '.') < 2);

    private YamlText Append(string text)
    {
        _text.Append(text);
        return this;
    }

    private static bool IsPlain(string value, bool inList) =>
        value.Length > 0 && value.Trim().Length == value.Length && !Signs.Contains(value[0], StringComparison.Ordinal) && !Words.Contains(value) && value[^1] != ':'
        && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal) && !value.Any(char.IsControl)
        && value.All(c => c is not ('\u2028' or '\u2029' or '\uFEFF'))
        // What looks like a number would lose its zeros in other programs.
        && !value.All(c => char.IsAsciiDigit(c) || c is '.' or '_' or '-' or '+' or 'e' or 'E' or 'x')
        && !(inList && value.AsSpan().ContainsAny(",[]{}"));
}

using System.Globalization;
using Soundoff.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Soundoff.Fields;

/// <summary>
/// Reads one YAML mapping into <see cref="YamlNode"/>s. Anchors and aliases are refused and depth and size are limited, so that a
/// small file cannot grow into a large one (the "billion laughs").
/// </summary>
internal sealed class YamlDocument
{
    private const int DeepestLevel = 16;
    private const int LongestText = 256 * 1024;

    private readonly string file;
    private readonly string yaml;
    private readonly int lineBefore;
    private readonly Parser parser;
    private readonly List<Problem> problems = [];

    private YamlDocument(string file, string yaml, int lineBefore)
    {
        this.file = file;
        this.yaml = yaml;
        this.lineBefore = lineBefore;
        parser = new Parser(new StringReader(yaml));
    }

    /// <summary>The mapping, empty for a document without content; null together with the one error that stops reading.</summary>
    /// <param name="file">Named in problems.</param>
    /// <param name="yaml">The document, without its <c>---</c> lines.</param>
    /// <param name="lineBefore">Lines of the file that stand before the document.</param>
    public static Reading<YamlMap> Read(string file, string yaml, int lineBefore)
    {
        if (yaml.Length > LongestText)
            return Problem.Error(file, $"The fields are {yaml.Length / 1024} KiB long; {LongestText / 1024} KiB is the most.", "Move long text below the fields.", line: lineBefore + 1);
        var document = new YamlDocument(file, yaml, lineBefore);
        try
        {
            return new(document.Root(), document.problems);
        }
        catch (RefusedException refused)
        {
            return refused.Problem;
        }
        catch (YamlException wrong)
        {
            return YamlMistake.Explain(file, yaml, (int)wrong.Start.Line, wrong.Message.Contains("tab", StringComparison.OrdinalIgnoreCase), lineBefore);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException or FormatException)
        {
            // The scanner lets some malformed documents (an unclosed bracket before a colon) escape as faults of its own.
            return YamlMistake.Explain(file, yaml, (int?)document.parser.Current?.End.Line ?? 1, false, lineBefore);
        }
    }

    private YamlMap Root()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _)) return new YamlMap([], lineBefore + 1);
        parser.Consume<DocumentStart>();
        var root = Node(1);
        parser.Consume<DocumentEnd>();
        if (parser.Current is DocumentStart second)
            throw Refuse(second.Start, "A second YAML document begins here.", "Keep the fields in one document: remove the extra --- line.");
        return root switch
        {
            YamlMap map => map,
            YamlText { IsNull: true } => new YamlMap([], root.Line),
            _ => throw new RefusedException(YamlMistake.WithoutColon(file, yaml, lineBefore) ?? Problem.Error(file, "The fields are not lines of the kind \"key: value\".", "Write one field per line, for example \"title: Hanoi\".", line: root.Line)),
        };
    }

    private YamlNode Node(int level)
    {
        if (parser.Current is AnchorAlias alias)
            throw Refuse(alias.Start, $"The alias *{alias.Value} is not allowed.", "Write the value out, or put text that begins with * in quotes.");
        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } anchored)
            throw Refuse(anchored.Start, $"The anchor &{anchored.Anchor.Value} is not allowed.", "Remove it, or put text that begins with & in quotes.");
        if (level > DeepestLevel)
            throw Refuse(parser.Current!.Start, $"The fields are nested more than {DeepestLevel} levels deep.", "Write them flatter.");

        var line = Line(parser.Current!.Start);
        if (parser.TryConsume<Scalar>(out var scalar)) return Text(scalar, line);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(level + 1));
            return new YamlList(items, line);
        }

        parser.Consume<MappingStart>();
        return Entries(level, line);
    }

    private YamlText Text(Scalar scalar, int line)
    {
        if (scalar.Style != ScalarStyle.Plain) return new YamlText(scalar.Value, false, line);
        var (start, end) = ((int)scalar.Start.Index, (int)scalar.End.Index);
        // "title: Night #5 of ten": a person who writes a comment puts a space behind its sign.
        var rest = yaml.AsSpan(Math.Min(end, yaml.Length));
        if (rest.IndexOf('\n') is >= 0 and var length) rest = rest[..length];
        if (rest.TrimStart() is ['#', not (' ' or '#' or '\t'), ..])
            problems.Add(Problem.Warning(file, $"In YAML a comment begins with #, so \"{FieldReader.Cut(rest.Trim().ToString(), 60)}\" is left out of this value.", "Put the value in quotes if this belongs to it.", line: Line(scalar.End)));
        var written = end > start && end <= yaml.Length ? yaml[start..end].TrimEnd().Split('\n') : [];
        var item = Array.FindIndex(written, Math.Min(1, written.Length), l => l.TrimStart().StartsWith("- ", StringComparison.Ordinal));
        return new YamlText(scalar.Value, true, line) { Lines = Math.Max(1, written.Length), StrayItem = item < 0 ? null : line + item };
    }

    private YamlMap Entries(int level, int line)
    {
        var entries = new List<YamlEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var mark = parser.Current!.Start;
            if (Node(level + 1) is not YamlText key)
                throw Refuse(mark, "A key is a list or a mapping.", "Keys are plain words; put text that begins with [ or { in quotes.");
            var value = Node(level + 1);
            if (entries.Find(e => e.Key == key.Value) is { } first)
            {
                problems.Add(Problem.Error(file, $"\"{key.Value}\" stands here a second time (first on line {first.Line.ToString(CultureInfo.InvariantCulture)}).",
                    "Keep one of the two.", key.Value, key.Line));
                continue;
            }

            entries.Add(new YamlEntry(key.Value, key.Line, value));
        }

        return new YamlMap(entries, line);
    }

    private int Line(Mark mark) => (int)mark.Line + lineBefore;

    private RefusedException Refuse(Mark mark, string message, string mend) => new(Problem.Error(file, message, mend, line: Line(mark)));

    // Leaves the recursion with its problem; never leaves this class.
    private sealed class RefusedException(Problem problem) : Exception
    {
        public Problem Problem => problem;
    }
}

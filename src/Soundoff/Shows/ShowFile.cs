using Soundoff.Fields;
using Soundoff.Problems;

namespace Soundoff.Shows;

/// <summary>Reads <c>show.yaml</c>.</summary>
public static class ShowFile
{
    /// <summary>
    /// The show as the file states it, over the defaults; null only when the file cannot be read at all. The cover is filled in elsewhere,
    /// and so is the GUID unless the file gives one.
    /// </summary>
    /// <param name="file">Named in problems.</param>
    /// <param name="text">The YAML, with or without <c>---</c> lines around it.</param>
    /// <param name="showName">The show's folder.</param>
    public static Reading<Show> Read(string file, string text, string showName)
    {
        if (text.TrimStart().StartsWith("+++", StringComparison.Ordinal))
            return Problem.Error(file, "This file is TOML, which is not read.", "Write each field as \"key: value\", without +++ lines.", line: 1);
        var document = YamlDocument.Read(file, Unfenced(text), 0);
        if (document.Value is null) return new(null, document.Problems);
        var problems = new List<Problem>(document.Problems);
        var fields = new FieldReader(file, document.Value, Schemas.ShowFields, problems);
        var show = ShowFields.Read(fields, ShowDefaults.For(showName));
        if (fields.Node("language") is null) problems.Add(ShowChecks.AssumedLanguage(file, show));
        problems.SortByLine();
        return new(show, problems);
    }

    // A file that is fenced like front matter holds the same fields.
    private static string Unfenced(string text)
    {
        var lines = text.Split('\n').ToList();
        var last = lines.FindLastIndex(l => l.Trim().Length > 0);
        if (last > 0 && lines[last].TrimEnd() is "---") lines[last] = "";
        return string.Join('\n', lines);
    }
}

namespace Soundoff.Fields.Podcasting;

/// <summary>Reads what the fields of the Podcasting 2.0 tags are made of: groups, each with a short form; numbers; addresses of any scheme.</summary>
internal static class GroupFields
{
    /// <summary>
    /// The entries of a field, each a group of a definition of the schema or its short form, one text. What is neither, or gives nothing, is left out with
    /// a warning.
    /// </summary>
    public static List<T> Groups<T>(this FieldReader fields, string key, string definition, string mend, Func<FieldReader, YamlMap, T?> read, Func<string, YamlText, string, T?>? brief = null)
        where T : class
    {
        var groups = new List<T>();
        foreach (var (path, node) in fields.Items(key))
            if (fields.Group(path, node, definition, mend, read, brief) is { } group) groups.Add(group);
        return groups;
    }

    /// <summary>The one entry of a field.</summary>
    public static T? Group<T>(this FieldReader fields, string key, string definition, string mend, Func<FieldReader, YamlMap, T?> read, Func<string, YamlText, string, T?>? brief = null)
        where T : class =>
        fields.Node(key) is { } node ? fields.Group(fields.PathOf(key), node, definition, mend, read, brief) : null;

    private static T? Group<T>(this FieldReader fields, string path, YamlNode node, string definition, string mend, Func<FieldReader, YamlMap, T?> read, Func<string, YamlText, string, T?>? brief)
        where T : class
    {
        switch (node)
        {
            case YamlMap map:
                var inner = fields.Inside(map, definition, path);
                inner.WarnOfUnknownKeys();
                return read(inner, map);
            case YamlText text when brief is not null:
                return brief(FieldReader.OneLine(text.Value), text, path);
            default:
                fields.Warn(path, node, $"This must be a group of fields and is {FieldReader.Kind(node)}, so it is left out.", mend);
                return null;
        }
    }

    /// <summary>A text that must be there; without it the entry is left out.</summary>
    public static string? Needed(this FieldReader fields, string key, YamlMap whole, string tag, int longest = 255)
    {
        if (fields.Text(key, longest) is { } text) return text;
        if (fields.Node(key) is null) fields.Warn(fields.PathOf(key), whole, $"\"{key}\" is missing, so this entry is left out ({tag}).", $"Add \"{key}:\".");
        return null;
    }

    /// <summary>One of a list of words, or nothing and a warning.</summary>
    public static string? OneOf(this FieldReader fields, string key, IEnumerable<string> words, string tag)
    {
        if (fields.Text(key) is not { } text) return null;
        var known = words.ToList();
        if (known.Find(w => w.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } word) return word;
        var near = Nearest.Of(text, known);
        fields.Warn(fields.PathOf(key), fields.Node(key)!, $"\"{FieldReader.Cut(text, 60)}\" is not on the list of {tag}, so it is left out.", near is null ? $"Write one of: {string.Join(", ", known)}." : $"Did you mean \"{near}\"?");
        return null;
    }

    /// <summary>A text that a check accepts, or nothing and a warning.</summary>
    public static string? Checked(this FieldReader fields, string key, Func<string, string?> read, string wrong, string mend)
    {
        if (fields.Text(key) is not { } text) return null;
        if (read(text) is { } good) return good;
        fields.Warn(fields.PathOf(key), fields.Node(key)!, $"\"{FieldReader.Cut(text, 60)}\" {wrong}, so it is left out.", mend);
        return null;
    }

    /// <summary>A time in a recording; null with a warning where it is none, and where it is missing though it is needed.</summary>
    public static TimeSpan? Time(this FieldReader fields, string key, YamlNode whole, bool needed = true)
    {
        var node = fields.Node(key);
        if (node is YamlText text && Times.Read(text.Value) is { } time) return time;
        if (node is null && !needed) return null;
        fields.Warn(fields.PathOf(key), node ?? whole,
            node is null ? $"\"{key}\" is missing, so this entry is left out." : $"\"{key}\" is no time: {FieldReader.Kind(node)}.", "Write hours, minutes and seconds: 00:01:30.");
        return null;
    }

    /// <summary>An address of any scheme that a stranger's program may follow without harm.</summary>
    public static Uri? AnyAddress(string text)
    {
        if (WebAddress.Read(text) is { } web) return web;
        return Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is not ("http" or "https" or "javascript" or "data" or "file" or "vbscript" or "about" or "blob")
            && text.Trim().All(sign => char.IsAscii(sign) && !char.IsWhiteSpace(sign) && !char.IsControl(sign)) ? uri : null;
    }
}

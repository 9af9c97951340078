namespace Soundoff.Fields;

/// <summary>A value of a YAML document with the line it stands on, counted in the whole file.</summary>
internal abstract record YamlNode(int Line);

/// <summary>A scalar, as written.</summary>
internal sealed record YamlText(string Value, bool Plain, int Line) : YamlNode(Line)
{
    /// <summary>How many lines of the file it takes, where it stands there without quotes.</summary>
    public int Lines { get; init; } = 1;

    /// <summary>The line on which it goes on as an item of a list would begin; null when it does not.</summary>
    public int? StrayItem { get; init; }

    public bool IsNull => Plain && Value is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A sequence.</summary>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

/// <summary>A mapping, in the order written.</summary>
internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, int Line) : YamlNode(Line);

/// <summary>A key with its value.</summary>
internal sealed record YamlEntry(string Key, int Line, YamlNode Value);

namespace Soundoff.Fields;

/// <summary>A value of a YAML document with the line it stands on, counted in the whole file.</summary>
internal abstract record YamlNode(int Line);

/// <summary>A scalar, as written.</summary>
internal sealed record YamlText(string Value, bool Plain, int Line) : YamlNode(Line)
{
    public bool IsNull => Plain && Value is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A sequence.</summary>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

/// <summary>A mapping, in the order written.</summary>
internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, int Line) : YamlNode(Line);

/// <summary>A key with its value.</summary>
internal sealed record YamlEntry(string Key, int Line, YamlNode Value);

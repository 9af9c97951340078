using Soundoff.Episodes.Podcasting;

namespace Soundoff.Fields.Podcasting;

/// <summary>Reads <c>txt:</c>, a text or several, each perhaps with whom it is for.</summary>
internal static class TextFields
{
    /// <summary>The texts in their order.</summary>
    public static List<PurposeText> FreeTexts(this FieldReader fields) => fields.Groups(
        "txt", "txt", "Write \"purpose\" and \"text\".",
        (inner, whole) => inner.Needed("text", whole, "podcast:txt", int.MaxValue) is { } text ? Whole(inner, text, inner.Node("text")!, inner.PathOf("text"), inner.Text("purpose", 128)) : null,
        (text, node, path) => text.Length > 0 ? Whole(fields, text, node, path, null) : null);

    // What proves something to somebody proves nothing when it is cut.
    private static PurposeText? Whole(FieldReader fields, string text, YamlNode node, string path, string? purpose)
    {
        if (text.Length <= PurposeText.Longest) return new(text, purpose);
        fields.Stop(path, node, $"The text has {text.Length} characters; {PurposeText.Longest} are the most, and it cannot be cut (podcast:txt).", "Shorten it.");
        return null;
    }
}

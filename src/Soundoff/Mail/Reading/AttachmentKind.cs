using System.Buffers;

namespace Soundoff.Mail.Reading;

/// <summary>What a file is.</summary>
/// <param name="Type">Media type: by content where that tells, else as stated when that does no harm.</param>
/// <param name="Ending">The ending that files of this kind have, with its dot; null when any will do.</param>
/// <param name="Handling">What may be done with it.</param>
internal sealed record AttachmentKind(string Type, string? Ending, AttachmentHandling Handling)
{
    private const string Bytes = "application/octet-stream";

    private static readonly SearchValues<char> TypeSigns = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789/.+-_");

    /// <param name="name">As the message gives it.</param>
    /// <param name="stated">Media type as the message gives it.</param>
    /// <param name="head">The first bytes.</param>
    /// <param name="hasMacros">Whether it is an Office document with programs in it.</param>
    public static AttachmentKind Of(string? name, string stated, ReadOnlySpan<byte> head, bool hasMacros)
    {
        stated = stated.ToLowerInvariant();
        var found = FileMark.Of(head, stated);
        var ending = AttachmentName.Ending(name);
        if (hasMacros || found is { IsHarmful: true } || RiskyFiles.Endings.Contains(ending) || RiskyFiles.Types.Contains(stated))
            return new(found?.Type ?? Known(stated), found?.Ending, AttachmentHandling.Withheld);

        // A zip that is no document.
        if (found is { Type: "application/zip" })
            return DocumentTypes.Of(ending) is { } document ? new(document, null, AttachmentHandling.Download) : new(found.Type, found.Ending, AttachmentHandling.Withheld);
        if (found is not null) return new(found.Type, found.Ending, found.IsShown ? AttachmentHandling.Shown : AttachmentHandling.Download);
        return new(Harmless(DocumentTypes.Of(ending) ?? Known(stated)), DocumentTypes.Ending(stated), AttachmentHandling.Download);
    }

    // Pictures and sound that do not look like any: whoever opens them should not trust the label.
    private static string Harmless(string type) =>
        type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal) || type is "text/html" or "application/xhtml+xml" ? Bytes : type;

    private static string Known(string stated) => stated.Length <= 100 && stated.AsSpan().IndexOfAnyExcept(TypeSigns) < 0 && stated.Contains('/') ? stated : Bytes;
}

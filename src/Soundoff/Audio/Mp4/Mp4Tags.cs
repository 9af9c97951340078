using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Soundoff.Audio.Vorbis;

namespace Soundoff.Audio.Mp4;

/// <summary>iTunes' tags: <c>udta/meta/ilst</c>, a box for each tag with its value in a box <c>data</c>.</summary>
internal static class Mp4Tags
{
    private const int MostTags = 500;

    // A kind and a language, four bytes each.
    private const int ValueHead = 8;

    /// <summary>Reads the tags in the user data.</summary>
    public static async Task ReadAsync(Stretch userData, AudioDraft draft, CancellationToken cancellation)
    {
        if (await Mp4Boxes.FindAsync(userData, cancellation, "meta") is not { } meta) return;
        // ISO's box has a version in front of its boxes, QuickTime's has none.
        var head = await meta.ReadAsync(0, 8, cancellation);
        if (head.Length < 8) return;
        var boxes = head.Span[4..].SequenceEqual("hdlr"u8) ? meta : meta.From(4);
        if (await Mp4Boxes.FindAsync(boxes, cancellation, "ilst") is not { } list) return;
        var tags = new Mp4Boxes(list);
        for (var count = 0; count < MostTags && await tags.NextAsync(cancellation) is { } tag; count++) await ReadAsync(tag, draft, cancellation);
    }

    private static async Task ReadAsync(Mp4Box tag, AudioDraft draft, CancellationToken cancellation)
    {
        switch (tag.Type)
        {
            case "covr": await PicturesAsync(tag.Content, draft, cancellation); break;
            case "trkn": Track((await ValueAsync(tag.Content, cancellation)).Span, draft); break;
            case "----": await NamedAsync(tag.Content, draft, cancellation); break;
            default:
                if (Name(tag.Type) is { } name) draft.Tag(name, AudioTagText.Utf8((await ValueAsync(tag.Content, cancellation)).Span));
                break;
        }
    }

    private static TagName? Name(string type) => type switch
    {
        "©nam" => TagName.Title,
        "©ART" => TagName.Artist,
        "©alb" => TagName.Album,
        "©cmt" or "desc" or "ldes" or "©des" => TagName.Comment,
        "©gen" => TagName.Genre,
        "©day" => TagName.Date,
        _ => null,
    };

    private static async Task<ReadOnlyMemory<byte>> ValueAsync(Stretch tag, CancellationToken cancellation) =>
        await Mp4Boxes.FindAsync(tag, cancellation, "data") is { } data ? await data.ReadAsync(ValueHead, AudioTagText.LongestBytes, cancellation) : default;

    // Several pictures are several boxes; the first is the cover.
    private static async Task PicturesAsync(Stretch tag, AudioDraft draft, CancellationToken cancellation)
    {
        var values = new Mp4Boxes(tag);
        for (var first = true; await values.NextAsync(cancellation) is { } value; first = false)
            if (value.Type == "data") draft.Offer(value.Content.From(ValueHead), first);
    }

    // Two bytes of nothing, the number, and of how many.
    private static void Track(ReadOnlySpan<byte> value, AudioDraft draft)
    {
        if (value.Length >= 4) draft.Tag(TagName.Track, BinaryPrimitives.ReadUInt16BigEndian(value[2..]).ToString(CultureInfo.InvariantCulture));
    }

    // A tag of a program's own, its name in a box of its own: programs use the names of Vorbis comments.
    private static async Task NamedAsync(Stretch tag, AudioDraft draft, CancellationToken cancellation)
    {
        if (await Mp4Boxes.FindAsync(tag, cancellation, "name") is not { } box) return;
        var name = Encoding.ASCII.GetString((await box.ReadAsync(4, 64, cancellation)).Span).ToUpperInvariant();
        if (VorbisComments.Name(name) is { } known) draft.Tag(known, AudioTagText.Utf8((await ValueAsync(tag, cancellation)).Span));
    }
}

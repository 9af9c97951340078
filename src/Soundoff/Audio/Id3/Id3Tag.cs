using System.Buffers.Binary;
using Soundoff.Audio.Vorbis;

namespace Soundoff.Audio.Id3;

/// <summary>
/// Reads an ID3v2 tag frame by frame. Of a large tag, which is nearly always one large picture, only the frames' heads and the texts are read.
/// </summary>
internal sealed class Id3Tag
{
    private const int Small = 192 * 1024;
    private const int MostFrames = 2000;
    private const byte FrontCover = 3;

    private readonly AudioDraft draft;
    private readonly Id3Chapters chapters;
    private readonly int version;
    private string? year;
    private string? dayAndMonth;

    private Id3Tag(Id3Header header, AudioDraft draft) => (version, this.draft, chapters) = (header.Version, draft, new(header));

    /// <summary>Reads what stands after the header.</summary>
    public static async Task ReadAsync(Stretch body, Id3Header header, AudioDraft draft, CancellationToken cancellation)
    {
        // Of a small tag all is fetched at once. Before v2.4 zero bytes were put into the whole tag: it can only be read whole.
        if (header.Unsynchronised && header.Version < 4) body = new(Id3Unsync.Undo((await body.WholeAsync(cancellation)).Span));
        else if (body.Length <= Small) await body.ReadAsync(0, Small, cancellation);

        var frames = new Id3Frames(await WithoutExtendedHeaderAsync(body, header, cancellation), header);
        await new Id3Tag(header, draft).ReadAsync(frames, cancellation);
    }

    private static async Task<Stretch> WithoutExtendedHeaderAsync(Stretch body, Id3Header header, CancellationToken cancellation)
    {
        if (!header.HasExtendedHeader) return body;
        var bytes = await body.ReadAsync(0, 4, cancellation);
        if (bytes.Length < 4) return default;
        // v2.3 counts the bytes after the size, v2.4 (synchsafe) the size too.
        var size = header.Version == 4 ? Id3Header.Synchsafe(bytes.Span) ?? 0L : BinaryPrimitives.ReadUInt32BigEndian(bytes.Span) + 4L;
        return body.From(Math.Max(size, 4));
    }

    private async Task ReadAsync(Id3Frames frames, CancellationToken cancellation)
    {
        for (var count = 0; count < MostFrames && await frames.NextAsync(cancellation) is { } frame; count++)
        {
            switch (frame.Id)
            {
                case "APIC" or "PIC": await PictureAsync(await frame.PlainAsync(cancellation), cancellation); break;
                case "CHAP": await chapters.AddAsync(await frame.PlainAsync(cancellation), cancellation); break;
                case "CTOC": chapters.AddContents((await TextAsync(frame, cancellation)).Span); break;
                case "COMM" or "COM": Comment((await TextAsync(frame, cancellation)).Span); break;
                case "TXXX" or "TXX": Named((await TextAsync(frame, cancellation)).Span); break;
                case "TYER" or "TYE": year = Id3Text.Frame((await TextAsync(frame, cancellation)).Span); break;
                case "TDAT" or "TDA": dayAndMonth = Id3Text.Frame((await TextAsync(frame, cancellation)).Span); break;
                default:
                    if (Name(frame.Id) is { } name) draft.Tag(name, Text(name, (await TextAsync(frame, cancellation)).Span));
                    break;
            }
        }

        // v2.3 has the year and the day (DDMM) apart; v2.4 one date.
        if (year is { Length: 4 } && dayAndMonth is { Length: 4 }) draft.Tag(TagName.Date, $"{year}-{dayAndMonth[2..]}-{dayAndMonth[..2]}");
        chapters.Finish(draft);
    }

    private static async Task<ReadOnlyMemory<byte>> TextAsync(Id3Frame frame, CancellationToken cancellation) =>
        frame.Content.Length > 2 * AudioTagText.LongestBytes && frame.Unsynchronised
            ? default
            : await (await frame.PlainAsync(cancellation)).ReadAsync(0, AudioTagText.LongestBytes, cancellation);

    // iTunes' TDES holds what podcasts call the description.
    private static TagName? Name(string id) => id switch
    {
        "TIT2" or "TT2" => TagName.Title,
        "TPE1" or "TP1" => TagName.Artist,
        "TALB" or "TAL" => TagName.Album,
        "TCON" or "TCO" => TagName.Genre,
        "TRCK" or "TRK" => TagName.Track,
        "TDRL" or "TDRC" => TagName.Date,
        "TDES" or "TDS" => TagName.Comment,
        _ => null,
    };

    private static string? Text(TagName name, ReadOnlySpan<byte> content)
    {
        var text = Id3Text.Frame(content);
        if (name != TagName.Genre) return text;
        // ID3v1's numbers, in parentheses or alone, name genres that podcasts do not use.
        if (text is ['(', ..] && text.IndexOf(')', StringComparison.Ordinal) is > 0 and var end) text = text[(end + 1)..].Trim();
        return text?.All(char.IsAsciiDigit) == true ? null : text;
    }

    // Encoding, language (3 bytes), a short description, the text. Players keep their own settings as comments with a name.
    private void Comment(ReadOnlySpan<byte> content)
    {
        if (content.Length < 5) return;
        var encoding = content[0];
        var text = content[4..];
        var named = Id3Text.First(encoding, text);
        if (named?.StartsWith("iTun", StringComparison.Ordinal) != true)
            draft.Tag(TagName.Comment, Id3Text.First(encoding, text[Id3Text.After(encoding, text)..]));
    }

    // Encoding, a name, the text: ffmpeg writes comments so, by the names of Vorbis comments.
    private void Named(ReadOnlySpan<byte> content)
    {
        if (content.Length < 3) return;
        var text = content[1..];
        var name = Id3Text.First(content[0], text)?.ToUpperInvariant();
        if (name is not null && VorbisComments.Name(name) is { } known) draft.Tag(known, Id3Text.First(content[0], text[Id3Text.After(content[0], text)..]));
    }

    // Encoding, media type (v2.2: three letters), kind of picture, description, the picture.
    private async Task PictureAsync(Stretch content, CancellationToken cancellation)
    {
        var head = await content.ReadAsync(0, 512, cancellation);
        if (PictureHead(head.Span) is { } found) draft.Offer(content.From(found.Length), found.Front);
    }

    private (int Length, bool Front)? PictureHead(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 6) return null;
        var at = version == 2 ? 4 : 1 + Id3Text.After(0, bytes[1..]);
        if (at + 1 >= bytes.Length) return null;
        return (at + 1 + Id3Text.After(bytes[0], bytes[(at + 1)..]), bytes[at] == FrontCover);
    }
}

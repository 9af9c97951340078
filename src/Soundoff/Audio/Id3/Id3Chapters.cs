using System.Buffers.Binary;
using System.Text;
using Soundoff.Chapters;

namespace Soundoff.Audio.Id3;

/// <summary>
/// The chapters of a tag and its tables of contents (ID3v2 Chapter Frame Addendum 1.0). With a table, chapters with one start keep its order, and
/// a chapter that no table names is not listed.
/// </summary>
internal sealed class Id3Chapters(Id3Header header)
{
    private const int Most = 1000;
    private const int LongestId = 256;
    private const int Times = 16;
    private const int FramesInside = 20;

    private readonly List<(string Id, Chapter Chapter)> found = [];
    private readonly List<string> contents = [];
    private int broken;

    /// <summary>A CHAP frame: an id, start and end in milliseconds and in bytes, then frames of its own, some of them large pictures.</summary>
    public async Task AddAsync(Stretch content, CancellationToken cancellation)
    {
        var head = await content.ReadAsync(0, LongestId + Times, cancellation);
        var id = head.Span.IndexOf((byte)0);
        if (found.Count >= Most) return;
        if (id < 0 || id + 1 + Times > head.Length)
        {
            broken++;
            return;
        }

        var start = BinaryPrimitives.ReadUInt32BigEndian(head.Span[(id + 1)..]);
        var end = BinaryPrimitives.ReadUInt32BigEndian(head.Span[(id + 5)..]);
        if (start == uint.MaxValue || !ChapterTime.TryFromSeconds(start / 1000.0, out var from))
        {
            broken++;
            return;
        }

        var (title, link) = await InsideAsync(content.From(id + 1 + Times), cancellation);
        found.Add((Encoding.Latin1.GetString(head.Span[..id]), new()
        {
            Start = from,
            End = end > start && ChapterTime.TryFromSeconds(end / 1000.0, out var to) ? to : null,
            Title = title ?? "",
            Link = link,
            Listed = title is not null,
        }));
    }

    /// <summary>A CTOC frame: an id, flags, a count, and the ids of its chapters, or of other tables.</summary>
    public void AddContents(ReadOnlySpan<byte> content)
    {
        var at = content.IndexOf((byte)0) + 3;
        if (at < 3 || at > content.Length) return;
        for (int count = content[at - 1]; count > 0 && contents.Count < Most; count--)
        {
            var length = content[at..].IndexOf((byte)0);
            if (length is < 0 or > LongestId) return;
            contents.Add(Encoding.Latin1.GetString(content.Slice(at, length)));
            at += length + 1;
        }
    }

    /// <summary>Gives the draft what was found.</summary>
    public void Finish(AudioDraft draft)
    {
        if (broken > 0)
            draft.Warning(
                FormattableString.Invariant($"{broken} of the chapters in the file's tag cannot be read and {(broken == 1 ? "is" : "are")} left out."),
                "Write the chapters into the file again, or upload them as .chapters.txt.");
        var places = contents.Distinct().Select((id, place) => (id, place)).ToDictionary(c => c.id, c => c.place);
        var named = found.Any(c => places.ContainsKey(c.Id));
        foreach (var (id, chapter) in found.OrderBy(c => places.GetValueOrDefault(c.Id, int.MaxValue)))
            draft.Take(named && !places.ContainsKey(id) ? chapter with { Listed = false } : chapter);
    }

    private async Task<(string? Title, Uri? Link)> InsideAsync(Stretch inside, CancellationToken cancellation)
    {
        string? title = null;
        Uri? link = null;
        var frames = new Id3Frames(inside, header);
        for (var count = 0; count < FramesInside && (title is null || link is null) && await frames.NextAsync(cancellation) is { } frame; count++)
        {
            if (frame.Id is not ("TIT2" or "WXXX")) continue;
            var content = await frame.Content.ReadAsync(0, AudioTagText.LongestBytes, cancellation);
            if (frame.Id == "TIT2") title ??= Id3Text.Frame(content.Span);
            else link ??= Link(content.Span);
        }

        return (title, link);
    }

    // Encoding, description, and the address in ISO 8859-1 whatever the encoding.
    private static Uri? Link(ReadOnlySpan<byte> content)
    {
        if (content.Length < 3) return null;
        var address = Encoding.Latin1.GetString(content[(1 + Id3Text.After(content[0], content[1..]))..]).Trim('\0', ' ');
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
    }
}

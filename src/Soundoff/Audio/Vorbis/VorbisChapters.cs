using System.Globalization;
using Soundoff.Chapters;

namespace Soundoff.Audio.Vorbis;

/// <summary>Chapters as Ogg files carry them: <c>CHAPTER001=00:00:00.000</c>, <c>CHAPTER001NAME=…</c>, <c>CHAPTER001URL=…</c>.</summary>
internal sealed class VorbisChapters
{
    private const int Prefix = 7;
    private const int Most = 1000;

    private readonly SortedDictionary<int, Chapter> starts = [];
    private readonly Dictionary<int, string> names = [];
    private readonly Dictionary<int, Uri> links = [];

    /// <summary>Takes a comment whose name begins with CHAPTER.</summary>
    public void Add(string name, string? value)
    {
        var digits = name.AsSpan(Prefix);
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        var number = end < 0 ? digits : digits[..end];
        var what = digits[number.Length..];
        if (value is null || starts.Count >= Most || names.Count >= Most) return;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at)) return;
        if (what.IsEmpty && ChapterTime.TryParse(value, out var start)) starts.TryAdd(at, new() { Start = start, Title = "" });
        else if (what is "NAME") names.TryAdd(at, value);
        else if (what is "URL" && Uri.TryCreate(value, UriKind.Absolute, out var link) && link.Scheme is "http" or "https") links.TryAdd(at, link);
    }

    /// <summary>Gives the draft what was found, in the order of the numbers.</summary>
    public void Finish(AudioDraft draft)
    {
        foreach (var (number, chapter) in starts)
        {
            var title = names.GetValueOrDefault(number);
            draft.Take(chapter with { Title = title ?? "", Link = links.GetValueOrDefault(number), Listed = title is not null });
        }
    }
}

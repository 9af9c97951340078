using Soundoff.Chapters;
using Soundoff.Problems;

namespace Soundoff.Audio;

/// <summary>What has been found in a file so far. The first value for a thing stays: readers go from the better tag to the worse.</summary>
internal sealed class AudioDraft(string file, string format)
{
    private readonly List<Problem> problems = [];
    private readonly List<Chapter> chapters = [];

    public string Format { get; set; } = format;
    public TimeSpan? Duration { get; set; }
    public int? BitRate { get; set; }
    public bool Estimated { get; set; }
    public int? SampleRate { get; set; }
    public int? Channels { get; set; }
    public string? Title { get; private set; }
    public string? Artist { get; private set; }
    public string? Album { get; private set; }
    public string? Comment { get; private set; }
    public string? Genre { get; private set; }
    public string? Date { get; private set; }
    public int? Track { get; private set; }
    public EmbeddedPicture? Picture { get; private set; }
    public bool PictureIsFront { get; private set; }

    /// <summary>Takes a tag by the name that all formats' names are mapped to.</summary>
    public void Tag(string name, string? value)
    {
        if (value is null) return;
        switch (name)
        {
            case "title": Title ??= value; break;
            case "artist": Artist ??= value; break;
            case "album": Album ??= value; break;
            case "comment": Comment = Comment is null || value.Length > Comment.Length ? value : Comment; break;
            case "genre": Genre ??= value; break;
            case "date": Date ??= IsDay(value) ? value : null; break;
            case "track": Track ??= int.TryParse(value.Split('/')[0], System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null; break;
            default: break;
        }
    }

    /// <summary>Takes a picture; a front cover replaces any other.</summary>
    public void Take(EmbeddedPicture? picture, bool front)
    {
        if (picture is null || (Picture is not null && (PictureIsFront || !front))) return;
        (Picture, PictureIsFront) = (picture, front);
    }

    public void Take(Chapter chapter)
    {
        if (chapters.Count < 1000) chapters.Add(chapter);
    }

    public void Error(string message, string mend) => problems.Add(Problem.Error(file, message, mend));

    public void Warning(string message, string mend) => problems.Add(Problem.Warning(file, message, mend));

    /// <summary>Sets duration and rate from a length in samples and the bytes they take.</summary>
    public void Measure(double seconds, long bytes)
    {
        if (seconds is not (> 0 and < 1e7)) return;
        Duration = TimeSpan.FromSeconds(seconds);
        if (bytes > 0 && bytes * 8 / seconds < int.MaxValue) BitRate = (int)Math.Round(bytes * 8 / seconds);
    }

    public Reading<AudioFacts> Done() => new(
        new AudioFacts
        {
            Format = Format,
            Duration = Duration,
            BitRate = BitRate,
            Estimated = Estimated,
            SampleRate = SampleRate,
            Channels = Channels,
            Title = Title,
            Artist = Artist,
            Album = Album,
            Comment = Comment,
            Genre = Genre,
            Date = Date,
            Track = Track,
            Picture = Picture,
            Chapters = [.. chapters.OrderBy(c => c.Start)],
        },
        problems);

    private static bool IsDay(string date) => date.Length >= 10 && char.IsAsciiDigit(date[0]) && date[4] == '-' && date[7] == '-';
}

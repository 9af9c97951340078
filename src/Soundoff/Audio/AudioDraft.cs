using System.Globalization;
using Soundoff.Chapters;
using Soundoff.Problems;

namespace Soundoff.Audio;

/// <summary>The tags that are asked for, whatever a format calls them.</summary>
internal enum TagName
{
    Title,
    Artist,
    Album,
    Comment,
    Genre,
    Date,
    Track,
}

/// <summary>What has been found in a file so far. The first value for a thing stays: readers go from the better tag to the worse.</summary>
internal sealed class AudioDraft(string file)
{
    public const string UploadAgain =
        "Upload it again, and wait until the upload has ended; if the file is as short at your end, save it again from the program that made it.";

    private const int MostChapters = 1000;
    private const int MostPictures = 8;

    private readonly List<Problem> problems = [];
    private readonly List<Chapter> chapters = [];
    private readonly List<(Stretch Bytes, bool Front)> pictures = [];
    private readonly Dictionary<TagName, string> tags = [];
    private EmbeddedPicture? picture;
    private TimeSpan? duration;
    private int? bitRate;
    private long measured;

    public AudioFormat Format { get; set; } = AudioFormat.Mp3;
    public bool Estimated { get; set; }
    public int? SampleRate { get; set; }
    public int? Channels { get; set; }
    public bool HasChapters => chapters.Count > 0;

    /// <summary>Takes a tag; of comments the longest stays, and a date only when it names a day.</summary>
    public void Tag(TagName name, string? value)
    {
        if (string.IsNullOrEmpty(value) || (name == TagName.Date && !IsDay(value))) return;
        if (!tags.TryGetValue(name, out var known) || (name == TagName.Comment && value.Length > known.Length)) tags[name] = value;
    }

    /// <summary>Takes a place where a picture is said to be; front covers are tried first.</summary>
    public void Offer(Stretch bytes, bool front)
    {
        if (bytes.Length > 0 && pictures.Count < MostPictures) pictures.Add((bytes, front));
    }

    public void Take(Chapter chapter)
    {
        if (chapters.Count < MostChapters) chapters.Add(chapter);
    }

    public void Error(string message, string mend) => problems.Add(Problem.Error(file, message, mend));

    public void Warning(string message, string mend) => problems.Add(Problem.Warning(file, message, mend));

    /// <summary>The file says that it is longer than it is: an error, unless what is missing is too little to be heard.</summary>
    public void CutOff(long claimed, long there)
    {
        if (claimed - there > Math.Clamp(claimed / 100, 64, 4096))
            Error(FormattableString.Invariant($"The file is cut off: it speaks of {claimed:N0} bytes and {there:N0} are there."), UploadAgain);
    }

    /// <summary>Sets duration and rate from the playing time and the bytes it takes; what cannot be a playing time is none.</summary>
    public void Measure(double seconds, long bytes)
    {
        if (seconds is not (> 0 and < 1e7)) return;
        duration = TimeSpan.FromSeconds(seconds);
        if (bytes > 0 && bytes * 8 / seconds < int.MaxValue) bitRate = (int)Math.Round(bytes * 8 / seconds);
    }

    /// <summary>Adds a part of a recording to what was measured before it.</summary>
    public void Add(double seconds, long bytes)
    {
        measured += bytes;
        Measure((duration?.TotalSeconds ?? 0) + seconds, measured);
    }

    /// <summary>Fetches the best of the pictures that is one.</summary>
    public async Task FetchPictureAsync(CancellationToken cancellation)
    {
        foreach (var (bytes, _) in pictures.OrderByDescending(p => p.Front))
        {
            if (bytes.Length > AudioWindow.LargePictures)
                Warning("The picture in the file is larger than 16 MiB and is not used.", "Save it smaller, at most 3000 by 3000 pixels.");
            else if ((picture = EmbeddedPicture.Of(await bytes.WholeAsync(cancellation))) is not null) return;
        }
    }

    public Reading<AudioFacts> Done()
    {
        CheckName();
        if (duration is null && problems.All(p => p.Severity != Severity.Error))
            Warning("The file does not tell how long it plays.", "Save it again from the program that made it.");
        var found = new FoundChapters(new FileProblems(file), duration is { } end ? new(end, !Estimated) : null);
        foreach (var chapter in chapters.OrderBy(c => c.Start)) found.Add(chapter, null);
        var list = found.Finish();
        return new(Facts(list.Value!.Chapters), [.. problems, .. list.Problems]);
    }

    private AudioFacts Facts(IReadOnlyList<Chapter> ordered) => new()
    {
        Format = Format.Name,
        Duration = duration,
        BitRate = bitRate,
        Estimated = Estimated,
        SampleRate = SampleRate,
        Channels = Channels,
        Title = tags.GetValueOrDefault(TagName.Title),
        Artist = tags.GetValueOrDefault(TagName.Artist),
        Album = tags.GetValueOrDefault(TagName.Album),
        Comment = tags.GetValueOrDefault(TagName.Comment),
        Genre = tags.GetValueOrDefault(TagName.Genre),
        Date = tags.GetValueOrDefault(TagName.Date),
        Track = int.TryParse(tags.GetValueOrDefault(TagName.Track)?.Split('/')[0], CultureInfo.InvariantCulture, out var track) && track > 0 ? track : null,
        Picture = picture,
        Chapters = ordered,
    };

    // The ending gives the enclosure its type, and apps choose their decoder by it: a wrong type blocks. An ending with the right type does not.
    private void CheckName()
    {
        var ending = Path.GetExtension(file).ToLowerInvariant();
        if (Format.Fits(ending)) return;
        var said = ending.Length > 0 ? $"is named {ending}" : "has no ending";
        var mend = $"Rename it to {Path.ChangeExtension(Path.GetFileName(file), Format.Ending)}.";
        if (Format.HasTypeOf(ending)) Warning($"The file {said} but holds {Format.Spoken}.", mend);
        else Error($"The file {said} but holds {Format.Spoken}, so podcast apps would be told a wrong type.", mend);
    }

    private static bool IsDay(string date) => date is [_, _, _, _, '-', _, _, '-', _, _, ..] && char.IsAsciiDigit(date[0]);
}

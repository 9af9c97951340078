using System.Buffers.Binary;

namespace Soundoff.Audio.Mp4;

/// <summary>What a movie box (<c>moov</c>) says.</summary>
internal sealed class Mp4Movie
{
    private const int Small = 256 * 1024;
    private const int MostTracks = 32;

    private readonly List<Mp4Track> tracks = [];
    private Mp4Clock clock;

    public IReadOnlyList<Mp4Track> Tracks => tracks;

    /// <summary>The first track of sound.</summary>
    public Mp4Track? Sound => tracks.Find(t => t.Handler == "soun");

    /// <summary>Whether there are moving pictures: neither a cover nor the pictures of chapters.</summary>
    public bool HasVideo => tracks.Exists(t => t is { Handler: "vide", IsStill: false } && !tracks.Exists(other => other.ChapterTracks.Contains(t.Id)));

    /// <summary>Where tags and Nero's chapters are (<c>udta</c>).</summary>
    public Stretch? UserData { get; private set; }

    /// <summary>What says that fragments follow (<c>mvex</c>).</summary>
    public Stretch? Extension { get; private set; }

    /// <summary>Units of the movie's own times in a second.</summary>
    public double Timescale => clock.Timescale;

    /// <summary>Reads the box's content: its tracks' heads, not the tables of their samples, which may be larger than the budget.</summary>
    public static async Task<Mp4Movie> ReadAsync(Stretch content, CancellationToken cancellation)
    {
        if (content.Length <= Small) await content.ReadAsync(0, Small, cancellation);
        var movie = new Mp4Movie();
        var boxes = new Mp4Boxes(content);
        while (await boxes.NextAsync(cancellation) is { } box)
        {
            switch (box.Type)
            {
                case "mvhd": movie.clock = Mp4Clock.Read((await box.Content.ReadAsync(0, Mp4Clock.Longest, cancellation)).Span); break;
                case "trak" when movie.tracks.Count < MostTracks: movie.tracks.Add(await Mp4Track.ReadAsync(box.Content, cancellation)); break;
                case "mvex": movie.Extension ??= box.Content; break;
                case "udta": movie.UserData ??= box.Content; break;
                default: break;
            }
        }

        return movie;
    }

    /// <summary>Playing time of a track in seconds; 0 when the box does not tell. Edits leave out what an encoder put in front.</summary>
    public double Seconds(Mp4Track track)
    {
        var edited = clock.Timescale > 0 ? track.Edited / Timescale : 0;
        if (track.HasEdits && edited > 0) return edited;
        return track.Clock.Seconds > 0 ? track.Clock.Seconds : clock.Seconds;
    }
}

/// <summary>Units in a second, and a duration in them: what <c>mvhd</c> and <c>mdhd</c> share.</summary>
internal readonly record struct Mp4Clock(uint Timescale, long Duration)
{
    /// <summary>Bytes that tell all.</summary>
    public const int Longest = 32;

    public double Seconds => Timescale > 0 ? (double)Duration / Timescale : 0;

    /// <summary>Reads the content of either box; zeros when it is too short, and a duration of 0 when it says that it does not know.</summary>
    public static Mp4Clock Read(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [1, ..] when bytes.Length >= Longest => new(
            BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]), Math.Max(0, BinaryPrimitives.ReadInt64BigEndian(bytes[24..]))),
        [0, ..] when bytes.Length >= 20 => new(BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]), Known(BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]))),
        _ => default,
    };

    /// <summary>A duration of 32 bits; all bits set say that it is not known.</summary>
    public static long Known(uint duration) => duration == uint.MaxValue ? 0 : duration;
}

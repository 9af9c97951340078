using BenchmarkDotNet.Attributes;
using Soundoff.Chapters;
using Soundoff.Episodes;
using Soundoff.Lists;
using Soundoff.Pages;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Transcripts;

namespace Soundoff.Bench;

/// <summary>Rendering of pages: one operation is one page, so operations per second are pages per second.</summary>
[MemoryDiagnoser]
public class PageBench
{
    private static readonly SiteUrls Urls = new(new Uri("https://radio.example/"));

    private readonly PageRenderer _pages = new(Urls, new ApiUrls(null, Urls));

    private readonly Show _show = new()
    {
        Name = "night-desk",
        Title = "Night Desk",
        Description = "Reports from the hours when the city is quiet enough to be heard.",
        People = [new Person { Name = "Mara Lind", Role = "host", Description = "radio maker" }],
        Contact = new ContactAddress("desk", "radio.example"),
    };

    private readonly Episode _episode = new()
    {
        Show = "night-desk",
        Slug = "harbour-lights",
        Guid = "harbour-lights",
        Title = "Harbour lights",
        Date = new DateTimeOffset(2026, 3, 6, 0, 0, 0, TimeSpan.Zero),
        Standfirst = "Who keeps the lamps burning when the last ferry has gone?",
        BodyHtml = string.Concat(Enumerable.Repeat("<p>The lamps on the north quay are lit by hand, and have been <a href=\"https://lamps.example/\">since 1887</a>.</p>", 12)),
        Language = "en-gb",
        People = [new Person { Name = "Mara Lind", Role = "host" }, new Person { Name = "Bo Reed", Description = "lamplighter" }],
        Topics = [new Topic("Work", "work"), new Topic("Night", "night")],
        Audio = new PublicFile { Path = "night-desk/harbour-lights-1f0c9a2b3c4d.mp3", Type = "audio/mpeg", Length = 23_456_789 },
        Duration = TimeSpan.FromMinutes(40),
        Chapters = [.. Enumerable.Range(0, 10).Select(n => new Chapter { Start = TimeSpan.FromMinutes(n * 4), Title = $"Part {n}" })],
        Transcripts = [new Transcript { Type = "text/vtt", Cues = [.. Enumerable.Range(0, 500).Select(n => new Cue { Start = TimeSpan.FromSeconds(n * 5), Text = "It is five to midnight, and the wind is from the east." })] }],
    };

    private readonly List<ListedEpisode> _newest =
    [
        .. Enumerable.Range(0, 24).Select(n => new ListedEpisode
        {
            Slug = $"episode-{n}",
            Title = $"Episode {n} of the night",
            Date = new DateTimeOffset(2026, 3, 6, 0, 0, 0, TimeSpan.Zero).AddDays(-7 * n),
            Summary = "A night on the quay, with those who keep the lamps burning.",
            Duration = TimeSpan.FromMinutes(40),
            AudioPath = $"night-desk/episode-{n}-1f0c9a2b3c4d.mp3",
        }),
    ];

    private readonly List<MonthRow> _months = [.. Enumerable.Range(0, 120).Select(n => new MonthRow(new Month(2016 + n / 12, n % 12 + 1), 4, 4))];

    /// <summary>An episode with notes, two people, ten chapters and 40 minutes of transcript.</summary>
    [Benchmark]
    public byte[] EpisodePage() => _pages.Episode(_show, _episode, _newest[1], _newest[2]);

    /// <summary>A home with 24 episodes and ten years of archive.</summary>
    [Benchmark]
    public byte[] HomePage() => _pages.Home(_show, _newest, _months, []);
}

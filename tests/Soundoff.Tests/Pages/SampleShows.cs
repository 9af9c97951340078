using Soundoff.Artwork;
using Soundoff.Chapters;
using Soundoff.Episodes;
using Soundoff.Notes;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Transcripts;

namespace Soundoff.Tests.Pages;

/// <summary>Shows and episodes as publishers make them, the awkward ones too: what the pages' tests, and whoever wants to look at pages, render.</summary>
internal static class SampleShows
{
    private const string LongTitle =
        "The extraordinarily well attended general meeting of the cooperative of lamplighters, ferrymen and night watchmen, and what was, after eleven hours and two recounts, resolved there";

    public static readonly Show NightDesk = new()
    {
        Name = "night-desk",
        Title = "Night Desk",
        Description = "Reports from the hours when the city is quiet enough to be heard.\nEvery Friday at midnight. Write to desk@radio.example.",
        Language = "en-gb",
        TimeZone = "Europe/London",
        Author = "The Night Desk Collective",
        Copyright = "The Night Desk Collective",
        License = "CC-BY-SA-4.0",
        People =
        [
            new Person { Name = "Mara Lind", Role = "host", Description = "radio maker, and a poor sleeper", Link = new Uri("https://lind.example/") },
            new Person { Name = "Tom Okafor", Role = "producer" },
        ],
        Contact = new ContactAddress("desk", "radio.example"),
        Links = [new ShowLink("apple", "Apple Podcasts", new Uri("https://apple.example/night")), new ShowLink("facebook", "Facebook", new Uri("https://facebook.example/night"))],
        Funding = [new Link("Buy us a coffee", new Uri("https://pay.example/coffee"))],
        Cover = Cover("night-desk", "Night Desk"),
    };

    public static readonly Show Nur = new()
    {
        Name = "nur",
        Title = "نور على الطريق",
        Description = "حكايات من المدن القديمة، كل أسبوع.",
        Language = "ar",
        Author = "إذاعة الميناء",
        People = [new Person { Name = "ليلى حداد", Role = "host", Description = "صحفية وكاتبة" }],
        Contact = new ContactAddress("nur", "radio.example"),
        Cover = Cover("nur", "نور على الطريق"),
    };

    /// <summary>No show.yaml, no cover, no address.</summary>
    public static readonly Show Bare = new() { Name = "bare", Title = "Bare" };

    public static readonly Episode Harbour = new()
    {
        Show = "night-desk",
        Slug = "harbour-lights",
        Guid = "urn:uuid:0b3c5d3e-6a44-5c2b-9a55-3d1f0a7c1e11",
        Title = "Harbour lights",
        Date = new DateTimeOffset(2026, 3, 6, 0, 0, 0, TimeSpan.Zero),
        Standfirst = "Who keeps the lamps burning when the last ferry has gone? A night on the quay, with those who do.",
        BodyHtml = $"""
            <p>The lamps on the north quay are lit by hand. They have been since 1887, and nobody on the council can say who decided it.</p>
            <h2>The round</h2>
            <p>Every lamp takes <em>about a minute</em>. There are two hundred and twelve of them; see <a href="https://lamps.example/map">the map</a>.</p>
            <blockquote><p>You learn the wind by what it does to a flame.</p></blockquote>
            <ul><li>The north quay</li><li>The fish market</li></ul>
            <table><thead><tr><th>Quay</th><th>Lamps</th></tr></thead><tbody><tr><td>North</td><td>88</td></tr><tr><td>South</td><td>124</td></tr></tbody></table>
            <p>Seen a lamp that is out? Write to {BodyMarkers.Contact}, or find us on {BodyMarkers.NetworkOpen("facebook")}Facebook{BodyMarkers.NetworkClose} and {BodyMarkers.NetworkOpen("x")}X{BodyMarkers.NetworkClose}.</p>
            <p>Or straight to <a href="mailto:desk@radio.example">desk@radio.example</a>.</p>
            """,
        Language = "en-gb",
        People =
        [
            new Person { Name = "Mara Lind", Role = "host", Description = "radio maker, and a poor sleeper", Link = new Uri("https://lind.example/") },
            new Person { Name = "Bo Reed", Role = "guest", Description = "lamplighter on the north quay for thirty-one years", Link = new Uri("https://reed.example/") },
            new Person { Name = "Dr Amina Yusuf", Role = "guest", Description = "historian of street lighting, University of the Estuary" },
            new Person { Name = "Tom Okafor", Role = "producer" },
        ],
        Topics = [new Topic("Work", "work"), new Topic("Night & light", "night-light")],
        Season = 2,
        SeasonName = "Light",
        Number = 5,
        Kind = "full",
        Source = new SourceCredit("quay.example", new Uri("https://quay.example/")),
        Links = [new Link("The lamp map", new Uri("https://lamps.example/map"))],
        License = "CC0-1.0",
        Location = "The north quay",
        Soundbites = [new Soundbite(TimeSpan.FromSeconds(73.5), TimeSpan.FromSeconds(20), "The last ferry")],
        Audio = new PublicFile { Path = "night-desk/harbour-lights-1f0c9a2b3c4d.wav", Type = "audio/wav", Length = 23_456_789 },
        Duration = TimeSpan.FromSeconds(3725),
        Chapters =
        [
            new Chapter { Start = TimeSpan.Zero, Title = "The last ferry" },
            new Chapter { Start = TimeSpan.FromSeconds(95), Title = "The round", Link = new Uri("https://lamps.example/map") },
            new Chapter { Start = TimeSpan.FromSeconds(3601), Title = "Dawn" },
        ],
        Transcripts =
        [
            new Transcript
            {
                Type = "text/vtt",
                Cues =
                [
                    new Cue { Start = TimeSpan.Zero, End = TimeSpan.FromSeconds(4), Speaker = "Mara Lind", Text = "It is five to midnight." },
                    new Cue { Start = TimeSpan.FromSeconds(4), End = TimeSpan.FromSeconds(9), Speaker = "Bo Reed", Text = "And the wind is from the east." },
                ],
            },
            new Transcript { Type = "text/plain", Language = "de", Cues = [new Cue { Text = "Es ist fünf vor zwölf." }] },
        ],
        TranscriptFiles =
        [
            new PublicFile { Path = "night-desk/harbour-lights-dddddddddddd.vtt", Type = "text/vtt", Length = 512 },
            new PublicFile { Path = "night-desk/harbour-lights-eeeeeeeeeeee.de.txt", Type = "text/plain", Length = 40_000, Language = "de" },
        ],
        Extras = [new PublicFile { Path = "night-desk/harbour-lights/map of the quay.pdf", Type = "application/pdf", Length = 1_234_567 }],
    };

    /// <summary>Much of everything.</summary>
    public static readonly Episode Long = new()
    {
        Show = "night-desk",
        Slug = "the-meeting",
        Guid = "meeting",
        Title = LongTitle,
        Date = new DateTimeOffset(2026, 2, 20, 0, 0, 0, TimeSpan.Zero),
        Standfirst = string.Concat(Enumerable.Repeat("Eleven hours of minutes, read aloud. ", 8)).Trim(),
        BodyHtml = "<p>" + string.Concat(Enumerable.Repeat("The motion was put, seconded, amended and put again. ", 30)) + "</p>",
        Language = "en-gb",
        People =
        [
            NightDesk.People[0],
            .. Enumerable.Range(1, 12).Select(n => new Person { Name = $"Delegate {n} of the Upper Ferry", Description = "speaks for the watchmen, and, when pressed, against them" }),
        ],
        Topics = [.. Enumerable.Range(1, 20).Select(n => new Topic($"Point {n} of the agenda", $"point-{n}"))],
        Number = 4,
        Explicit = true,
        Audio = new PublicFile { Path = "night-desk/the-meeting-aaaaaaaaaaaa.wav", Type = "audio/wav", Length = 5_000_000_000 },
        Duration = TimeSpan.FromHours(11),
        Chapters = [.. Enumerable.Range(0, 40).Select(n => new Chapter { Start = TimeSpan.FromMinutes(n * 16), Title = $"Item {n + 1}: on the oiling of lamps, and by whom" })],
        Transcripts =
        [
            new Transcript
            {
                Type = "text/vtt",
                Cues = [.. Enumerable.Range(0, 600).Select(n => new Cue
                {
                    Start = TimeSpan.FromSeconds(n * 60), End = TimeSpan.FromSeconds(n * 60 + 59), Speaker = n % 9 < 5 ? "The chair" : "A voice from the back",
                    Text = "The chair thanked the member and asked whether there was anything further on that point.",
                })],
            },
        ],
    };

    /// <summary>As newsrooms write: text alone.</summary>
    public static readonly Episode Article = new()
    {
        Show = "night-desk",
        Slug = "the-bridge",
        Guid = "bridge",
        Title = "Council votes to keep the swing bridge",
        Date = new DateTimeOffset(2026, 2, 6, 0, 0, 0, TimeSpan.Zero),
        Standfirst = "After a long night the bridge stays, and so do its two keepers.",
        BodyHtml = "<p>The vote was close.</p><p>The keepers were asleep.</p><p>Nobody woke them.</p>",
        Language = "en-gb",
        People = [NightDesk.People[0], new Person { Name = "Ida Falk", Description = "keeper of the bridge" }],
        Topics = [new Topic("Work", "work")],
        Source = new SourceCredit("The Estuary Times", null),
    };

    /// <summary>An audio file with a title and nothing else.</summary>
    public static readonly Episode AudioAlone = new()
    {
        Show = "bare",
        Slug = "take-1",
        Guid = "take-1",
        Title = "Take 1",
        Date = new DateTimeOffset(2025, 12, 31, 23, 0, 0, TimeSpan.Zero),
        Language = "en",
        Audio = new PublicFile { Path = "bare/take-1-bbbbbbbbbbbb.wav", Type = "audio/wav", Length = 900 },
    };

    public static readonly Episode Bazaar = new()
    {
        Show = "nur",
        Slug = "السوق",
        Guid = "bazaar",
        Title = "السوق عند الفجر: أصوات، وروائح، و«خبز»",
        Date = new DateTimeOffset(2026, 1, 9, 6, 0, 0, TimeSpan.FromHours(2)),
        Standfirst = "نصل إلى السوق قبل أن تفتح الدكاكين، ونبقى حتى يبرد الشاي.",
        BodyHtml = "<p>كان الفجر باردًا، وكان الخبز ساخنًا. قال لنا الخباز إن النار لا تنام، وإن من يعمل ليلًا يعرف المدينة أكثر من غيره.</p>",
        Language = "ar",
        People = [Nur.People[0], new Person { Name = "Omar El-Khoury", Description = "خباز" }],
        Topics = [new Topic("أسواق", "أسواق")],
        Number = 3,
        Audio = new PublicFile { Path = "nur/السوق-cccccccccccc.wav", Type = "audio/wav", Length = 12_000_000 },
        Duration = TimeSpan.FromMinutes(28),
        Chapters = [new Chapter { Start = TimeSpan.Zero, Title = "الطريق" }, new Chapter { Start = TimeSpan.FromMinutes(4), Title = "الخباز" }],
        Transcripts = [new Transcript { Type = "text/vtt", Cues = [new Cue { Start = TimeSpan.Zero, Speaker = "ليلى", Text = "صباح الخير." }] }],
    };

    /// <summary>Every text tries to be more than text.</summary>
    public static readonly Episode Hostile = new()
    {
        Show = "night-desk",
        Slug = "hostile",
        Guid = "hostile",
        Title = "</title><script>alert(1)</script> \"quoted\" 'single' {{ words.skip }} {% raw %} \u202Eltr\u202C 🌊 ]]> &amp; <!--",
        Date = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero),
        Standfirst = "</script><script>alert(2)</script>\u0000\u001b" + new string('w', 255),
        BodyHtml = "<p>Safe.</p>",
        Language = "en-gb",
        People = [new Person { Name = "<img src=x onerror=alert(3)>", Description = "\" onmouseover=\"alert(4)" }],
        Topics = [new Topic("<b>bold</b> & \"co\"", "bold-co")],
        SeasonName = "'><svg onload=alert(5)>",
        Season = 1,
        ImageAlt = "\"><script>",
        Location = "</dd><script>",
        Source = new SourceCredit("<i>source</i>", new Uri("https://source.example/?a=\"b\"&c=<d>")),
        Audio = new PublicFile { Path = "night-desk/hostile-ffffffffffff.wav", Type = "audio/wav", Length = 1 },
        Chapters = [new Chapter { Start = TimeSpan.Zero, Title = "<script>alert(6)</script>" }],
        Transcripts = [new Transcript { Type = "text/plain", Cues = [new Cue { Speaker = "<script>", Text = "</details><script>alert(7)</script>" }] }],
    };

    private static PublicFile Cover(string name, string title)
    {
        var cover = GeneratedCover.For(name, title);
        return new() { Path = $"{name}/cover-{ContentTag.Of(cover.Bytes.Span)}.png", Type = cover.Type, Length = cover.Bytes.Length, Width = cover.Width, Height = cover.Height };
    }
}

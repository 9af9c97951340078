using System.Buffers.Binary;
using System.Text;
using SkiaSharp;
using Soundoff.Tests.Artwork;
using Soundoff.Tests.Audio;
using static Soundoff.Tests.Publishing.BrokenUpload;

namespace Soundoff.Tests.Publishing;

/// <summary>Uploads as they go wrong; what the report must say of each stands in <c>Data/broken/{name}.json</c>.</summary>
internal static class BrokenUploads
{
    private const string Head = "---\ntitle: Night trains\ndate: 2026-02-03\n";
    private const string Tail = "---\nThey run again, changed.\n";

    public static IReadOnlyList<BrokenUpload> All { get; } = [.. FrontMatter(), .. Texts(), .. Recordings(), .. Drawn(), .. Sidecars(), .. Identity(), .. Names(), .. Shows()];

    private static IEnumerable<BrokenUpload> FrontMatter() =>
    [
        Rewritten("yaml-indentation", "---\ntitle: Night trains\n  date: 2026-02-03\n" + Tail),
        Rewritten("yaml-tab", Head + "guests:\n\t- Ana Ruiz\n" + Tail),
        Rewritten("yaml-colon-in-title", "---\ntitle: Night trains: a return\ndate: 2026-02-03\n" + Tail),
        Rewritten("yaml-quote-not-closed", "---\ntitle: \"Night trains\ndate: 2026-02-03\n" + Tail),
        Rewritten("yaml-twice", Head + "title: Day trains\n" + Tail),
        Rewritten("front-matter-not-closed", Head + "\nThey run again, changed.\n"),
        Rewritten("front-matter-toml", "+++\ntitle = \"Night trains\"\n+++\nThey run again, changed.\n"),
        Rewritten("date-impossible", "---\ntitle: Night trains\ndate: 2026-02-30\n" + Tail),
        Rewritten("date-list", "---\ntitle: Night trains\ndate: [2026-02-03, 2026-02-04]\n" + Tail),
        Rewritten("season-word", Head + "season: two\n" + Tail),
        Rewritten("unknown-keys", Head + "guestss: [Ana Ruiz]\nsummery: Back on the rails\n" + Tail) with { Shows = "They run again, changed." },
        Rewritten("title-300-characters", $"---\ntitle: {string.Concat(Enumerable.Repeat("Night trains ", 23))}\ndate: 2026-02-03\n{Tail}") with { Shows = "Night trains Night trains" },
        Rewritten("title-right-to-left-controls", "---\ntitle: \"\u202Eقطارات الليل\u202C 2026\"\ndate: 2026-02-03\n" + Tail) with { Shows = "قطارات الليل" },
        Rewritten("title-emoji", "---\ntitle: 🚂🌙👩‍🔧\ndate: 2026-02-03\n" + Tail) with { Shows = "🚂🌙👩‍🔧" },
    ];

    private static IEnumerable<BrokenUpload> Texts() =>
    [
        Rewritten("picture-as-notes", Pictures.Png(20, 20)),
        Rewritten("word-document-as-notes", [.. "PK\x03\x04\x14\0\0\0\0\0"u8, .. "word/document.xml"u8, .. new byte[400]]),
        Rewritten("zero-bytes-in-notes", "Night trains\n\0\0\0\0They run again.\n"),
        Rewritten("empty-notes", ""),
        Rewritten("nine-megabytes-of-notes", new string('a', 9 * 1024 * 1024)),
        new("html-too-deep", [("rail/night.html", "<h1>Night trains</h1><p>They run again."u8.ToArray())],
            [("rail/night.html", Encoding.UTF8.GetBytes("<h1>Night trains</h1>" + string.Concat(Enumerable.Repeat("<div>", 5000))))]),
    ];

    private static IEnumerable<BrokenUpload> Recordings()
    {
        var mp3 = Make.Fixture("xing-vbr.mp3");
        var wav = Make.Fixture("info.wav");
        var m4a = Make.Fixture("tagged.m4a");
        var claims4GB = (byte[])wav.Clone();
        BinaryPrimitives.WriteUInt32LittleEndian(claims4GB.AsSpan(4), uint.MaxValue - 8);
        BinaryPrimitives.WriteUInt32LittleEndian(claims4GB.AsSpan(claims4GB.AsSpan().IndexOf("data"u8) + 4), uint.MaxValue - 1000);
        return
        [
            Recorded("mp3-cut-off", ".mp3", mp3, mp3[..(mp3.Length / 2)]),
            Recorded("mp3-is-text", ".mp3", mp3, "The upload failed, please try again later.\n"u8.ToArray()),
            Recorded("mp3-empty", ".mp3", mp3, []),
            Recorded("mp3-tag-claims-everything", ".mp3", mp3, [.. "ID3\x04\0\0"u8, 0x7F, 0x7F, 0x7F, 0x7F, .. new byte[600]]),
            Recorded("mp3-is-m4a", ".mp3", mp3, m4a),
            Recorded("wav-claims-4-gigabytes", ".wav", wav, claims4GB),
            Recorded("m4a-cut-before-its-table", ".m4a", m4a, m4a[..200]),
            Recorded("ogg-cut-off", ".ogg", Make.Fixture("tagged-vorbis.ogg"), Make.Fixture("tagged-vorbis.ogg")[..9000]),
            Recorded("flac-cut-off", ".flac", Make.Fixture("tagged.flac"), Make.Fixture("tagged.flac")[..30_000]),
            new("notes-and-recording", [("rail/night.md", Encoding.UTF8.GetBytes(GoodNotes)), ("rail/night.mp3", mp3)],
                [("rail/night.md", "---\ntitle: Night trains\ndate: tomorrow\n---\nText.\n"u8.ToArray()), ("rail/night.mp3", mp3[..(mp3.Length / 2)])]),
        ];
    }

    private static IEnumerable<BrokenUpload> Drawn()
    {
        var bomb = Pictures.Png(10, 10);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(16), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(20), 60_000);
        return
        [
            Beside("artwork-is-text", "rail/night.jpg", "No picture today.\n"),
            Beside("artwork-claims-60000-pixels", "rail/night.png", bomb),
            Beside("artwork-cut-off", "rail/night.jpg", Pictures.Jpeg(1400, 1400)[..9000]),
            Beside("artwork-webp-named-jpg", "rail/night.jpg", Pictures.Flag(1400, 1400).Encoded(SKEncodedImageFormat.Webp)) with { Shows = "Night trains" },
        ];
    }

    private static IEnumerable<BrokenUpload> Sidecars() =>
    [
        Beside("transcript-json-broken", "rail/night.json", "{\"version\": \"1.0.0\",\n\"segments\": [{\"startTime\": 0, \"body\": \"Hello\"\n"),
        Beside("transcript-vtt-broken", "rail/night.vtt", "WEBVTT\n\n00:01 -> 00:04\nHello\n"),
        Beside("chapters-json-broken", "rail/night.chapters.json", "{\"version\": \"1.2.0\",\n\"chapters\": [{\"startTime\": 0 \"title\": \"Start\"}]}\n"),
        Beside("chapters-without-times", "rail/night.chapters.txt", "00:00 Start\nhalf past one The bridge\n00:99:00 The end\n") with { Shows = "Night trains" },
        new("extra-files-101", [("rail/night/index.md", Encoding.UTF8.GetBytes(GoodNotes))],
            [.. Enumerable.Range(1, 101).Select(i => ($"rail/night/paper-{i:000}.pdf", "%PDF-1.7\n"u8.ToArray()))]) { Shows = "Night trains" },
        Beside("file-of-no-known-kind", "rail/night.docx", "PK\x03\x04") with { Shows = "Night trains" },
    ];

    private static IEnumerable<BrokenUpload> Identity() =>
    [
        Rewritten("guid-changed", Head + "guid: another-guid\n" + Tail),
        Beside("guid-of-another-episode", "rail/day.md", "---\ntitle: Day trains\ndate: 2026-02-04\nguid: night-guid\n" + Tail) with
        {
            Good = [("rail/night.md", Encoding.UTF8.GetBytes(Head + "guid: night-guid\n" + Tail))],
        },
        Beside("alias-of-a-live-episode", "rail/day.md", "---\ntitle: Day trains\ndate: 2026-02-04\naliases: [night]\n" + Tail),
        Beside("two-keys-one-address", "rail/Night!.md", GoodNotes),
    ];

    private static IEnumerable<BrokenUpload> Names() =>
    [
        Beside("show-folder-in-capitals", "Rail Hour/night.md", GoodNotes),
        Beside("show-folder-of-the-site", "assets/night.md", GoodNotes),
        Beside("show-folder-of-the-functions", "api/night.md", GoodNotes),
        Beside("file-beside-the-shows", "night.md", GoodNotes),
        Beside("name-with-empty-folder", "rail//night.md", GoodNotes),
    ];

    private static IEnumerable<BrokenUpload> Shows() =>
    [
        Beside("show-yaml-broken", "rail/show.yaml", "title: The Rail Hour\nhosts: [Ida Falk\n"),
        Beside("show-yaml-is-a-picture", "rail/show.yaml", Pictures.Png(20, 20)),
        Beside("cover-is-text", "rail/cover.jpg", "No picture today.\n"),
        Beside("cover-gif-named-png", "rail/cover.png", Pictures.File("still.gif")) with { Shows = "Night trains" },
        Beside("cover-of-no-known-kind", "rail/cover.gif", Pictures.File("still.gif")) with { Shows = "Night trains" },
    ];
}

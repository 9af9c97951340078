using System.Text;
using Soundoff.Artwork;
using Soundoff.Audio;
using Soundoff.Chapters;
using Soundoff.Files;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Sorting;
using Soundoff.Mail.Sorting.Bounces;
using Soundoff.Mail.Sorting.Person;
using Soundoff.Mail.Templates;
using Soundoff.Notes;
using Soundoff.Shows;
using Soundoff.Transcripts;

namespace Soundoff.Bench.Fuzzing;

/// <summary>Something that reads what others wrote, and must neither throw nor take long, whatever that is.</summary>
/// <param name="Name">The folder that its faults lie in.</param>
/// <param name="Fixtures">The folder of the tests' data where its seeds are.</param>
/// <param name="Endings">Which files there.</param>
/// <param name="Read">Reads bytes under a file name.</param>
internal sealed record FuzzTarget(string Name, string Fixtures, string[] Endings, Action<string, byte[]> Read)
{
    private const string Boundary = "fuzz";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("notes", "notes", [".md"], Text(MarkdownNotes.Read)),
        new("fields", "notes", [".md"], Text(FrontMatter.Read)),
        new("articles", "articles", [".txt"], Text(PlainArticle.Read)),
        new("pages", "notes", [".html"], Text(HtmlNotes.Read)),
        new("shows", "shows", [".yaml", ".yml"], Text((file, text) => ShowFile.Read(file, text, "rail"))),
        new("transcripts", "transcripts", [".vtt", ".srt", ".json", ".txt"], Text((file, text) => TranscriptFile.Read(file, text, "en"))),
        new("chapters", "chapters", [".json"], Text((file, text) => ChaptersJson.Read(file, text))),
        new("chapter-lines", "chapters", [".txt"], Text((file, text) => ChaptersText.Read(file, text))),
        new("audio", "audio", [".mp3", ".m4a", ".aac", ".ogg", ".opus", ".flac", ".wav"], (file, bytes) => AudioProbe.ReadAsync(new HeldBytes(bytes), file, default).GetAwaiter().GetResult()),
        new("artwork", "artwork", [".jpg", ".png", ".gif", ".webp", ".bmp"], (file, bytes) => EpisodeArt.Prepare(file, bytes)),
        new("mail", "mail/reading", [".eml"], (_, bytes) => Sort(MailReader.Take(bytes).Mail)),
        new("sorting", "mail/sorting", [".eml"], (_, bytes) => Sort(MailReader.Take(bytes).Mail)),
        new("forms", "inbound", [".eml"], (_, bytes) => ReceiveAsync(bytes).GetAwaiter().GetResult()),
        new("events", "fuzz-seeds", [".events.json"], (_, bytes) => DeliveryEvents.ParseAsync(new MemoryStream(bytes), default).GetAwaiter().GetResult()),
        new("templates", "fuzz-seeds", [".liquid"], (file, bytes) => MailTemplate.Fault("forward" + (file.Contains("html", StringComparison.Ordinal) ? ".html.liquid" : ".text.liquid"), Encoding.UTF8.GetString(bytes), MailSamples.Of("forward"))),
    ];

    /// <summary>The seeds: fixtures of the tests, and what the fuzzer found before.</summary>
    public IEnumerable<(string File, byte[] Bytes)> Seeds(string data)
    {
        foreach (var folder in new[] { Path.Combine(data, Fixtures), Path.Combine(data, "fuzz", Name) }.Where(Directory.Exists))
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Endings.Any(file.EndsWith)).Order(StringComparer.Ordinal))
                yield return (Path.GetFileName(file), Name == "forms" && folder.EndsWith(Fixtures, StringComparison.Ordinal) ? Form(File.ReadAllBytes(file)) : File.ReadAllBytes(file));
    }

    private static Action<string, byte[]> Text<T>(Func<string, string, T> read) => (file, bytes) =>
    {
        if (TextFile.Decode(file, bytes).Value is { } text) read(file, text);
    };

    // What a letter goes through before it is stored, as far as that is reading.
    private static void Sort(ReadMail mail)
    {
        var delivery = new Delivery { Received = Now, From = mail.Address, To = ["contact+night@radio.example"] };
        MailSorter.Sort(mail, delivery, new());
        BounceReader.Read(mail, delivery, []);
        PublicationWish.Of(mail);
        SenderPlace.Of(mail);
        WrittenAddress.Hidden(mail.Text);
        LetterParagraphs.Of(mail.Text);
    }

    private static byte[] Form(byte[] message) =>
    [
        .. Field("envelope", "{\"to\":[\"contact+night@radio.example\"],\"from\":\"ana@example.org\"}"u8), .. Field("spam_score", "0.1"u8), .. Field("SPF", "pass"u8),
        .. Field("dkim", "{@example.org : pass, @example.com : fail}"u8), .. Field("charsets", "{\"to\":\"UTF-8\",\"text\":\"iso-8859-1\"}"u8), .. Field("subject", "Night trains"u8),
        .. Field("text", "They run again."u8), .. Field("email", message), .. "--fuzz--\r\n"u8,
    ];

    private static byte[] Field(string name, ReadOnlySpan<byte> value) =>
        [.. Encoding.ASCII.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n"), .. value, .. "\r\n"u8];

    private static async Task ReceiveAsync(byte[] bytes)
    {
        await using var body = await ReceivedBody.ReadAsync(new MemoryStream(bytes), default, null, 64 * 1024 * 1024, default);
        var request = new InboundRequest(Stream.Null, $"multipart/form-data; boundary={Boundary}", _ => null, _ => null);
        await using var message = await InboundMessage.ReadAsync(request, body!, Now, default);
    }

    private sealed class HeldBytes(byte[] bytes) : IRangeSource
    {
        public long Length => bytes.Length;

        public Task<ReadOnlyMemory<byte>> ReadAsync(long offset, int count, CancellationToken cancellation) =>
            Task.FromResult<ReadOnlyMemory<byte>>(offset >= bytes.Length ? default : bytes.AsMemory((int)offset, (int)Math.Min(count, bytes.Length - offset)));
    }
}

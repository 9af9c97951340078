using System.Text.Json;
using Soundoff.Mail.Matching;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Sorting;
using Soundoff.Site;

namespace Soundoff.Tests.Mail.Sorting;

/// <summary>
/// A message under <c>Data/mail/sorting</c>: <c>name.eml</c>, what is expected of it in <c>name.eml.json</c>, and, where the usual will not do,
/// <c>name.eml.delivery.json</c> with what the server and the store say. <c>directory.json</c> holds the shows.
/// </summary>
internal sealed class SortingFixture
{
    private static readonly Lazy<ShowDirectory> Shows = new(ReadDirectory);

    private readonly JsonElement delivery;

    private SortingFixture(string name)
    {
        Raw = File.ReadAllBytes(Path.Combine(Folder, name));
        Mail = MailReader.Read(Raw);
        Expected = Json(name + ".json");
        delivery = File.Exists(Path.Combine(Folder, name + ".delivery.json")) ? Json(name + ".delivery.json") : default;
    }

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.eml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static ShowDirectory AllShows => Shows.Value;

    public static IReadOnlyList<ContactAddress> Contacts { get; } = [new("contact", "airwaves.example"), new("contact", "nachtcafe.example")];

    public byte[] Raw { get; }
    public ReadMail Mail { get; }
    public JsonElement Expected { get; }

    public Delivery Delivery => DeliveryOf(Mail);

    public Known Known => new()
    {
        Contacts = Contacts,
        Seen = Field("seen") is { ValueKind: JsonValueKind.True },
        Blocked = Field("blocked") is { ValueKind: JsonValueKind.True },
        LettersLastHour = Field("lettersLastHour")?.GetInt32() ?? 0,
    };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Data", "mail", "sorting");

    public static SortingFixture Read(string name) => new(name);

    /// <summary>The fixture's delivery for another reading of its message.</summary>
    public Delivery DeliveryOf(ReadMail mail) => new()
    {
        From = Field("from") is { } from ? from.GetString() : mail.Address,
        To = Field("to") is { } to ? [.. to.EnumerateArray().Select(t => t.GetString()!)] : ["contact@airwaves.example"],
        Received = Field("received")?.GetDateTimeOffset() ?? new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero),
        SpamScore = Field("spamScore")?.GetDouble(),
        Spf = DeliveryFacts.Spf(Field("spf")?.GetString()),
        Dkim = DeliveryFacts.Dkim(Field("dkim")?.GetString()),
    };

    private JsonElement? Field(string name) => delivery.ValueKind == JsonValueKind.Object && delivery.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement Json(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name)));
        return document.RootElement.Clone();
    }

    private static ShowDirectory ReadDirectory() => new([.. Json("directory.json").EnumerateArray().Select(ReadShow)]);

    private static ShowEntry ReadShow(JsonElement show)
    {
        var contact = show.GetProperty("contact").GetString()!.Split('@');
        return new ShowEntry
        {
            Show = show.GetProperty("show").GetString()!,
            Contact = new ContactAddress(contact[0], contact[1]),
            Urls = new SiteUrls(new Uri("https://airwaves.example/")),
            SpamThreshold = show.GetProperty("spamThreshold").GetDouble(),
            Episodes = [.. show.GetProperty("episodes").EnumerateArray().Select(ReadEpisode)],
        };
    }

    private static EpisodeEntry ReadEpisode(JsonElement episode) => new()
    {
        Slug = episode.GetProperty("slug").GetString()!,
        Title = episode.GetProperty("title").GetString()!,
        Date = episode.GetProperty("date").GetDateTimeOffset(),
        Season = episode.TryGetProperty("season", out var season) ? season.GetInt32() : null,
        Number = episode.TryGetProperty("number", out var number) ? number.GetInt32() : null,
        Aliases = episode.TryGetProperty("aliases", out var aliases) ? [.. aliases.EnumerateArray().Select(a => a.GetString()!)] : [],
    };
}

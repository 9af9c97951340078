using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Soundoff.Episodes;
using Soundoff.Site;

namespace Soundoff.Catalog;

/// <summary>
/// An episode's identity row: what was decided once and never changes, and what was committed last, so that the next commit knows
/// which rows and files it replaces.
/// </summary>
public sealed record Identity
{
    public required string Show { get; init; }
    public required string Slug { get; init; }

    /// <summary>The key of the uploads that hold this slug.</summary>
    public required string Key { get; init; }

    /// <summary>Decided when it is first made public, and kept from then on; empty before.</summary>
    public required string Guid { get; init; }

    /// <summary>When it was first made public, which is its date where the publisher gives none. Decided once; null before.</summary>
    public DateTimeOffset? FirstPublished { get; init; }

    public required EpisodeState State { get; init; }

    /// <summary>Fingerprint of all it was made from; the same fingerprint needs no work.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The date it is listed under; null unless live.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Whether the RSS feed carries it.</summary>
    public bool InFeed { get; init; }

    /// <summary>Whether it has a recording, and so a player for other sites.</summary>
    public bool IsHeard { get; init; }

    /// <summary>Slugs of the topics it is listed under.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Slugs of the guests it is listed under.</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];

    /// <summary>The season it is listed under.</summary>
    public int? Season { get; init; }

    /// <summary>Former slugs that redirect to it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Site paths of the files its page and feeds name.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>When a scheduled one becomes public; null for any other.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The slug that took over GUID and date when the episode was renamed: this row then only remembers the address. Null for all others.</summary>
    public string? MovedTo { get; init; }

    /// <summary>The row's version; default for a row that is not there yet.</summary>
    public ETag ETag { get; init; }

    /// <summary>The month it is listed in; null unless live.</summary>
    public Month? Month => Date is { } date ? Site.Month.Of(date) : null;

    internal TableEntity ToRow() => new(Show, RowKeys.Identity(Slug))
    {
        ["Key"] = Key,
        ["Guid"] = Guid,
        ["FirstPublished"] = FirstPublished?.ToString("O"),
        ["State"] = State.ToString(),
        ["Fingerprint"] = Fingerprint,
        ["Date"] = Date?.ToString("O"),
        ["InFeed"] = InFeed,
        ["Heard"] = IsHeard,
        ["Due"] = Due?.ToString("O"),
        ["MovedTo"] = MovedTo,
        ["Season"] = Season,
        ["Topics"] = JsonSerializer.SerializeToUtf8Bytes(Topics, ShortJson.Options),
        ["Guests"] = JsonSerializer.SerializeToUtf8Bytes(Guests, ShortJson.Options),
        ["Aliases"] = JsonSerializer.SerializeToUtf8Bytes(Aliases, ShortJson.Options),
        ["Files"] = JsonSerializer.SerializeToUtf8Bytes(Files, ShortJson.Options),
    };

    internal static Identity FromRow(TableEntity row) => new()
    {
        Show = row.PartitionKey,
        Slug = row.RowKey[2..],
        Key = EpisodeKey.Of(row.GetString("Key")),
        Guid = row.GetString("Guid"),
        FirstPublished = Time(row, "FirstPublished"),
        State = Enum.Parse<EpisodeState>(row.GetString("State")),
        Fingerprint = row.GetString("Fingerprint"),
        Date = Time(row, "Date"),
        InFeed = row.GetBoolean("InFeed") ?? false,
        IsHeard = row.GetBoolean("Heard") ?? false,
        Due = Time(row, "Due"),
        MovedTo = row.GetString("MovedTo"),
        Season = row.GetInt32("Season"),
        Topics = List(row, "Topics"),
        Guests = List(row, "Guests"),
        Aliases = List(row, "Aliases"),
        Files = List(row, "Files"),
        ETag = row.ETag,
    };

    private static string[] List(TableEntity row, string name) => row.GetBinary(name) is { } json ? JsonSerializer.Deserialize<string[]>(json)! : [];

    private static DateTimeOffset? Time(TableEntity row, string name) =>
        row.GetString(name) is { } text ? DateTimeOffset.ParseExact(text, "O", System.Globalization.CultureInfo.InvariantCulture) : null;
}

using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Soundoff.Catalog;

namespace Soundoff.Mail.Keeping;

/// <summary>What is known of an address: consent and counts, never the address itself.</summary>
public sealed record SenderRow
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The address's keyed hash.</summary>
    public required string Hash { get; init; }

    /// <summary>A host has blocked it.</summary>
    public bool Blocked { get; init; }

    /// <summary>Mail to it failed for good.</summary>
    public bool Undeliverable { get; init; }

    /// <summary>The day (UTC) on which mail to it failed last.</summary>
    public DateOnly? Failed { get; init; }

    /// <summary>Its reader wants no mail of ours.</summary>
    public bool Unsubscribed { get; init; }

    /// <summary>The day (UTC) of the last acknowledgement.</summary>
    public DateOnly? Acknowledged { get; init; }

    /// <summary>When its letters of the last hour came.</summary>
    public IReadOnlyList<DateTimeOffset> Recent { get; init; } = [];

    internal ETag ETag { get; init; }

    /// <summary>Whether it holds what must outlast the address's letters: a host's block, or the reader's own wish.</summary>
    internal bool IsKept => Blocked || Unsubscribed;

    /// <summary>What is left of it when its letters are gone: what must outlast them.</summary>
    internal SenderRow Bare => new() { Hash = Hash, Blocked = Blocked, Unsubscribed = Unsubscribed, ETag = ETag };

    /// <summary>Whether nothing depends on it any more, its letters apart: no limit that still counts and no failure since a day.</summary>
    internal bool IsStale(DateTimeOffset now, DateOnly failed) =>
        !(Acknowledged >= DateOnly.FromDateTime(now.UtcDateTime)) && InHourBefore(now) == 0 && !(Undeliverable && Failed >= failed);

    /// <summary>Letters of the hour before a time.</summary>
    public int InHourBefore(DateTimeOffset time) => Recent.InHourBefore(time).Count();

    /// <summary>With one more letter; only an hour, and no more than limits ask for, is remembered.</summary>
    internal SenderRow Counted(DateTimeOffset time, int most) => this with { Recent = [.. Recent.InHourBefore(time).Append(time).TakeLast(most)] };

    internal static SenderRow Read(TableEntity row) => new()
    {
        Hash = row.RowKey[2..],
        Blocked = row.GetBoolean(nameof(Blocked)) ?? false,
        Undeliverable = row.GetBoolean(nameof(Undeliverable)) ?? false,
        Failed = Day(row, nameof(Failed)),
        Unsubscribed = row.GetBoolean(nameof(Unsubscribed)) ?? false,
        Acknowledged = Day(row, nameof(Acknowledged)),
        Recent = RecentTimes.Read(row, nameof(Recent)),
        ETag = row.ETag,
    };

    /// <summary>Writes it over the version that was read.</summary>
    internal TableTransactionAction Action(string show) => new TableEntity(show, LetterKeys.Sender(Hash))
    {
        [nameof(Blocked)] = Blocked,
        [nameof(Undeliverable)] = Undeliverable,
        [nameof(Failed)] = Text(Failed),
        [nameof(Unsubscribed)] = Unsubscribed,
        [nameof(Acknowledged)] = Text(Acknowledged),
        [nameof(Recent)] = RecentTimes.Text(Recent),
    }.Over(ETag);

    private static DateOnly? Day(TableEntity row, string name) => row.GetString(name) is { } day ? DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture) : null;

    private static string? Text(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);
}

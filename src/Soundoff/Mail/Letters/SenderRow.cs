using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace Soundoff.Mail.Letters;

/// <summary>What is known of an address: consent and counts, never the address itself.</summary>
public sealed record SenderRow
{
    /// <summary>The address's keyed hash.</summary>
    public required string Hash { get; init; }

    /// <summary>A host has blocked it.</summary>
    public bool Blocked { get; init; }

    /// <summary>Mail to it failed for good.</summary>
    public bool Undeliverable { get; init; }

    /// <summary>Its reader wants no mail of ours.</summary>
    public bool Unsubscribed { get; init; }

    /// <summary>The day (UTC) of the last acknowledgement.</summary>
    public DateOnly? Acknowledged { get; init; }

    /// <summary>When its letters of the last hour came.</summary>
    public IReadOnlyList<DateTimeOffset> Recent { get; init; } = [];

    internal ETag ETag { get; init; }

    /// <summary>Letters of the hour before a time.</summary>
    public int InHourBefore(DateTimeOffset time) => Recent.Count(t => t > time.AddHours(-1));

    /// <summary>With one more letter; only an hour, and no more than limits ask for, is remembered.</summary>
    internal SenderRow Counted(DateTimeOffset time, int most) => this with { Recent = [.. Recent.Where(t => t > time.AddHours(-1)).Append(time).TakeLast(most)] };

    internal static SenderRow Read(TableEntity row) => new()
    {
        Hash = row.RowKey[2..],
        Blocked = row.GetBoolean(nameof(Blocked)) ?? false,
        Undeliverable = row.GetBoolean(nameof(Undeliverable)) ?? false,
        Unsubscribed = row.GetBoolean(nameof(Unsubscribed)) ?? false,
        Acknowledged = row.GetString(nameof(Acknowledged)) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        Recent = [.. (row.GetString(nameof(Recent)) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(s, CultureInfo.InvariantCulture)))],
        ETag = row.ETag,
    };

    /// <summary>Writes it over the version that was read.</summary>
    internal TableTransactionAction Action(string show)
    {
        var row = new TableEntity(show, LetterKeys.Sender(Hash))
        {
            [nameof(Blocked)] = Blocked,
            [nameof(Undeliverable)] = Undeliverable,
            [nameof(Unsubscribed)] = Unsubscribed,
            [nameof(Acknowledged)] = Acknowledged?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [nameof(Recent)] = string.Join(' ', Recent.Select(t => t.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))),
        };
        return ETag == default ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, ETag);
    }
}

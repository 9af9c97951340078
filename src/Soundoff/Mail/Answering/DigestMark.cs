using Azure;
using Azure.Data.Tables;
using Soundoff.Catalog;
using Soundoff.Mail.Keeping;

namespace Soundoff.Mail.Answering;

/// <summary>How far a show's hosts have been told what came by mail.</summary>
internal sealed record DigestMark
{
    public required string Show { get; init; }

    /// <summary>What came until then has been told; null before the first digest.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When the last digest was sent.</summary>
    public DateTimeOffset? Sent { get; init; }

    /// <summary>When somebody began to send one who has not ended; null when nobody is at it.</summary>
    public DateTimeOffset? Begun { get; init; }

    private ETag ETag { get; init; }

    public static DigestMark Read(string show, TableEntity? row) => row is null ? new() { Show = show } : new()
    {
        Show = show,
        Until = row.GetDateTimeOffset(nameof(Until)),
        Sent = row.GetDateTimeOffset(nameof(Sent)),
        Begun = row.GetDateTimeOffset(nameof(Begun)),
        ETag = row.ETag,
    };

    /// <summary>Writes it over the version that was read.</summary>
    public TableTransactionAction Action() =>
        new TableEntity(Show, LetterKeys.Digest) { [nameof(Until)] = Until, [nameof(Sent)] = Sent, [nameof(Begun)] = Begun }.Over(ETag);
}

using Azure;
using Azure.Data.Tables;
using Soundoff.Site;

namespace Soundoff.Catalog;

/// <summary>A month of a show and what it holds.</summary>
/// <param name="Month">Which.</param>
/// <param name="Episodes">Public episodes.</param>
/// <param name="InFeed">Those among them that the RSS feed carries.</param>
public sealed record MonthRow(Month Month, int Episodes, int InFeed)
{
    /// <summary>The row's version; null for one that is not there yet.</summary>
    internal ETag? ETag { get; init; }

    internal TableTransactionAction Action(string show)
    {
        var row = new TableEntity(show, RowKeys.Month(Month)) { ["Episodes"] = Episodes, ["InFeed"] = InFeed };
        return ETag is { } version && Episodes == 0 ? new(TableTransactionActionType.Delete, row, version) : row.Over(ETag);
    }

    internal static MonthRow Read(TableEntity row) =>
        new(Site.Month.Parse(row.RowKey[2..]), row.GetInt32("Episodes") ?? 0, row.GetInt32("InFeed") ?? 0) { ETag = row.ETag };
}

using Azure.Data.Tables;
using Soundoff.Lists;
using Soundoff.Site;

namespace Soundoff.Catalog;

/// <summary>Months as rows of the table.</summary>
internal static class MonthRows
{
    extension(MonthRow month)
    {
        /// <summary>Writes it over the version that was read; a month that is empty now goes.</summary>
        public TableTransactionAction Action(string show)
        {
            var row = new TableEntity(show, RowKeys.Month(month.Month)) { ["Episodes"] = month.Episodes, ["InFeed"] = month.InFeed };
            return month.ETag is { } version && month.Episodes == 0 ? new(TableTransactionActionType.Delete, row, version) : row.Over(month.ETag);
        }

        public static MonthRow Read(TableEntity row) =>
            new(Month.Parse(row.RowKey[2..]), row.GetInt32("Episodes") ?? 0, row.GetInt32("InFeed") ?? 0) { ETag = row.ETag };
    }
}

using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Soundoff.Lists;

namespace Soundoff.Catalog;

/// <summary>Counts of topics, guests and seasons as rows of the table. Whoever renders a name's page keeps its row.</summary>
internal static class NamedCounts
{
    extension(NamedCount name)
    {
        /// <summary>Writes its row.</summary>
        public TableTransactionAction Action(string show) => new(TableTransactionActionType.UpsertReplace, new TableEntity(show, RowKeys.Name(name.List, name.Slug))
        {
            ["Name"] = name.Name,
            ["Years"] = JsonSerializer.SerializeToUtf8Bytes(name.Years.OrderBy(y => y.Key).Select(y => new[] { y.Key, y.Value })),
        });

        /// <summary>Removes its row.</summary>
        public TableTransactionAction Removal(string show) => new(TableTransactionActionType.Delete, new TableEntity(show, RowKeys.Name(name.List, name.Slug)), ETag.All);

        public static NamedCount Read(TableEntity row)
        {
            var key = row.RowKey.Split(':', 3);
            return new(key[1][0], key[2], row.GetString("Name"), JsonSerializer.Deserialize<int[][]>(row.GetBinary("Years"))!.ToDictionary(y => y[0], y => y[1]));
        }
    }
}

using Azure.Data.Tables;
using Soundoff.Lists;

namespace Soundoff.Catalog;

/// <summary>Lists of a topic or a guest from rows of the table.</summary>
internal static class NamedLists
{
    extension(NamedList)
    {
        /// <summary>Null when there are no rows.</summary>
        public static NamedList? Of(IReadOnlyList<TableEntity> rows) =>
            rows.Count == 0 ? null : new(rows[0].GetString("Name"), rows[0].GetString("Description"), [.. rows.Select(Listing.Read)]);
    }
}

using Azure;
using Azure.Data.Tables;

namespace Soundoff.Catalog;

/// <summary>Which episode of a show has a GUID. No two ever have the same, as apps would take them for one episode.</summary>
/// <param name="Slug">The episode.</param>
/// <param name="ETag">The row's version.</param>
public sealed record GuidOwner(string Slug, ETag ETag)
{
    internal static GuidOwner Read(TableEntity row) => new(row.GetString("Slug"), row.ETag);

    /// <summary>Gives the GUID of an identity to it, from nobody or from the owner that was read.</summary>
    internal static TableTransactionAction Action(Identity now, GuidOwner? owner) =>
        new TableEntity(now.Show, RowKeys.GuidOwner(now.Guid)) { ["Slug"] = now.Slug }.Over(owner?.ETag);
}

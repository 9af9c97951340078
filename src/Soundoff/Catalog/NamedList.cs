using Azure.Data.Tables;

namespace Soundoff.Catalog;

/// <summary>The episodes of a topic or a guest.</summary>
/// <param name="Name">As the newest episode writes it.</param>
/// <param name="Description">Who a guest is, by the newest episode; null for topics.</param>
/// <param name="Episodes">Newest first.</param>
public sealed record NamedList(string Name, string? Description, IReadOnlyList<ListedEpisode> Episodes)
{
    internal static NamedList? Of(IReadOnlyList<TableEntity> rows) =>
        rows.Count == 0 ? null : new(rows[0].GetString("Name"), rows[0].GetString("Description"), [.. rows.Select(Listing.Read)]);
}

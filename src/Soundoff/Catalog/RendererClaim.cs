using Azure;
using Azure.Data.Tables;

namespace Soundoff.Catalog;

/// <summary>
/// Who renders a show: one renderer at a time, since several would all do the same work. The row stays when it is let go, so that its version tells whether
/// anybody rendered in between.
/// </summary>
/// <param name="Show">The show.</param>
/// <param name="Owner">The renderer that has it; null when it is free.</param>
/// <param name="Until">When it ends unless it is renewed: whoever has it then is taken for dead.</param>
/// <param name="ETag">The row's version; null for a show that was never rendered.</param>
public sealed record RendererClaim(string Show, string? Owner, DateTimeOffset Until, ETag? ETag)
{
    /// <summary>How long a claim lasts, and so how long one that was left by a dead process delays a page.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(45);

    /// <summary>Whether somebody renders the show.</summary>
    public bool IsHeld(DateTimeOffset now) => Owner is not null && now < Until;

    internal TableEntity ToRow()
    {
        var row = new TableEntity(Show, RowKeys.RendererClaim);
        if (Owner is not null) (row["Owner"], row["Until"]) = (Owner, Until);
        return row;
    }

    internal static RendererClaim Free(string show) => new(show, null, default, null);

    internal static RendererClaim Read(TableEntity row) => new(row.PartitionKey, row.GetString("Owner"), row.GetDateTimeOffset("Until") ?? default, row.ETag);
}

using Azure.Data.Tables;
using Soundoff.Catalog;
using Soundoff.Shows;

namespace Soundoff.Publishing;

/// <summary>A show's row: what must be known of it where its record is gone, or newer.</summary>
internal static class ShowRow
{
    private const char Separator = '\n';

    public static TableEntity Of(Show show, string fingerprint)
    {
        var row = new TableEntity(show.Name, RowKeys.Show) { ["Fingerprint"] = fingerprint, ["Cover"] = show.Cover!.Path };
        if (show.FeedAliases.Count > 0) row["FeedAliases"] = string.Join(Separator, show.FeedAliases);
        return row;
    }

    /// <summary>The former addresses of the feed that answer.</summary>
    public static IReadOnlyList<string> AliasesOf(TableEntity? row) => row?.GetString("FeedAliases") is { Length: > 0 } aliases ? aliases.Split(Separator) : [];
}

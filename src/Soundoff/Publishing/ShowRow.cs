using Azure.Data.Tables;
using Soundoff.Catalog;
using Soundoff.Shows;

namespace Soundoff.Publishing;

/// <summary>A show's row: what must be known of it where its record is gone, or newer.</summary>
internal static class ShowRow
{
    private const char Separator = '\n';

    /// <param name="show">The show.</param>
    /// <param name="fingerprint">Of what it was read from.</param>
    /// <param name="now">From when on live items may still change.</param>
    public static TableEntity Of(Show show, string fingerprint, DateTimeOffset now)
    {
        var row = new TableEntity(show.Name, RowKeys.Show) { ["Fingerprint"] = fingerprint, ["Cover"] = show.Cover!.Path };
        if (show.FeedAliases.Count > 0) row["FeedAliases"] = string.Join(Separator, show.FeedAliases);
        if (show.Live.Min(item => item.NextChange(now)) is { } due) row["LiveDue"] = due;
        return row;
    }

    /// <summary>When the clock next changes what is on air; null when nothing will.</summary>
    public static DateTimeOffset? LiveDueOf(TableEntity? row) => row?.GetDateTimeOffset("LiveDue");

    /// <summary>The former addresses of the feed that answer.</summary>
    public static IReadOnlyList<string> AliasesOf(TableEntity? row) => row?.GetString("FeedAliases") is { Length: > 0 } aliases ? aliases.Split(Separator) : [];
}

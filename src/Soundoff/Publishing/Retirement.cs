using Azure.Data.Tables;
using Soundoff.Catalog;

namespace Soundoff.Publishing;

/// <summary>A public file that no page or feed names any more. It stays for a while, for those who still hold an old page or feed.</summary>
internal static class Retirement
{
    /// <summary>How long it stays after the last page or feed that named it was rewritten.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    public static TableEntity Row(string show, DateTimeOffset now, string path) => new(show, RowKeys.Retired(now + Grace, path)) { ["Path"] = path };
}

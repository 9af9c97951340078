using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Soundoff.Problems;
using Soundoff.Site;
using Soundoff.Uploads;

namespace Soundoff.Publishing;

/// <summary>
/// Finds that another station publishes on the same storage account: a second <c>soundoff serve</c> beside a Functions app, say. Each writes links under its own address into
/// the same pages, which nobody would be told otherwise.
/// </summary>
public sealed partial class OtherStation(SiteUrls urls, TimeProvider clock, ILogger<OtherStation> log)
{
    // A station compares everything once a night: one that has not published a show for longer is gone, and its address was changed.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>Notes in a show's row who publishes it.</summary>
    internal void Sign(TableEntity row) => (row["Base"], row["Made"]) = (urls.Base.AbsoluteUri, clock.GetUtcNow());

    /// <summary>What is to be said of a show's row: null when this station made it, or another long ago.</summary>
    internal Problem? Look(string show, TableEntity? row)
    {
        if (row?.GetString("Base") is not { } other || other == urls.Base.AbsoluteUri || row.GetDateTimeOffset("Made") is not { } made || clock.GetUtcNow() - made > Fresh) return null;
        Found(log, show, other, made);
        return Problem.Warning(
            UploadPath.ShowFile,
            string.Create(CultureInfo.InvariantCulture, $"Another station published this show on the same storage account at {made.ToUniversalTime():HH:mm} UTC, with links under {other} in its pages."),
            "If both still run, end one of them or give it a storage account of its own. If you changed Site:BaseUrl, there is nothing to do.");
    }

    [LoggerMessage(23, LogLevel.Warning, "The show {Show} was published under {Other} at {Made}: if another station runs on this storage account, end one of them, or give it an account of its own.")]
    private static partial void Found(ILogger log, string show, string other, DateTimeOffset made);
}

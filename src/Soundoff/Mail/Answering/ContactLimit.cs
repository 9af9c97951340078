using System.Globalization;
using Azure.Data.Tables;
using Soundoff.Catalog;
using Soundoff.Mail.Letters;

namespace Soundoff.Mail.Answering;

/// <summary>
/// Counts who writes into the contact form, by a keyed hash of the address that is given and of the place on the network that it comes from. Neither is kept, and the counts are
/// forgotten within a day or two.
/// </summary>
public sealed class ContactLimit(LetterTable table, MailSecret secret, TimeProvider clock)
{
    private const string Times = "Times";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Counts one more of an hour.</summary>
    /// <param name="show">The show.</param>
    /// <param name="kind">What is counted: the same text counts apart for each.</param>
    /// <param name="who">Whom.</param>
    /// <param name="most">How many an hour may have.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether it is within the limit.</returns>
    public async Task<bool> CountAsync(string show, string kind, string who, int most, CancellationToken cancellation)
    {
        var key = LetterKeys.Visitor(await secret.HashAsync($"{kind}:{who}", cancellation));
        while (true)
        {
            var now = clock.GetUtcNow();
            var row = await table.RowAsync(show, key, cancellation);
            var recent = Read(row).Where(t => t > now - Hour).ToList();
            if (recent.Count >= most) return false;
            var counted = new TableEntity(show, key) { [Times] = string.Join(' ', recent.Append(now).Select(t => t.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))) };
            try
            {
                await table.SubmitAsync([row is null ? new(TableTransactionActionType.Add, counted) : new(TableTransactionActionType.UpdateReplace, counted, row.ETag)], cancellation);
                return true;
            }
            catch (ConflictException)
            {
                // Another of the same at the same moment: count again.
            }
        }
    }

    /// <summary>Forgets everybody who has not written within the hour. To be run once a day.</summary>
    public async Task ForgetAsync(string show, CancellationToken cancellation)
    {
        await foreach (var row in table.RangeAsync(show, LetterKeys.Visitor(""), cancellation))
            if (Read(row).All(t => t < clock.GetUtcNow() - Hour)) await table.DeleteAsync(show, row.RowKey, cancellation);
    }

    private static IEnumerable<DateTimeOffset> Read(TableEntity? row) =>
        (row?.GetString(Times) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => DateTimeOffset.FromUnixTimeSeconds(long.Parse(t, CultureInfo.InvariantCulture)));
}

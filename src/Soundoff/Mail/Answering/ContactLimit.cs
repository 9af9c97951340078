using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Mail.Keeping;

namespace Soundoff.Mail.Answering;

/// <summary>
/// Counts who writes into the contact form, by a keyed hash of the address that is given and of the place on the network that it comes from. Neither is kept, and the counts are
/// forgotten within a day or two.
/// </summary>
public sealed class ContactLimit(LetterTable table, MailSecret secret, TimeProvider clock)
{
    private const string Times = "Times";

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
            var recent = RecentTimes.Read(row, Times).InHourBefore(now).ToList();
            if (recent.Count >= most) return false;
            try
            {
                await table.SubmitAsync([new TableEntity(show, key) { [Times] = RecentTimes.Text(recent.Append(now)) }.Over(row?.ETag)], cancellation);
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
            if (!RecentTimes.Read(row, Times).InHourBefore(clock.GetUtcNow()).Any()) await table.DeleteAsync(show, row.RowKey, cancellation);
    }
}

using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Soundoff.Account;

namespace Soundoff.Tests.Mail.Letters;

/// <summary>All that is kept of letters, and the page they stand on: the same text for the same state.</summary>
internal static class KeptState
{
    public static async Task<string> OfAsync(LetterWorld world)
    {
        var state = new StringBuilder().AppendLine(await world.PageAsync());
        // Forms are one-time and random.
        foreach (var blob in (await world.BlobsAsync()).Where(b => !b.StartsWith("forms/", StringComparison.Ordinal))) state.AppendLine(blob);
        foreach (var table in new[] { Tables.Letters, Tables.Catalog })
            await foreach (var row in world.Account.Table(table).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
                state.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{row.PartitionKey} {row.RowKey} {Values(row)}"));
        return state.ToString();
    }

    private static string Values(TableEntity row) =>
        string.Join(' ', row.Where(p => p.Key is not ("odata.etag" or "Timestamp") && p.Value is not byte[]).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));
}

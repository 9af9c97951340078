using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Soundoff.Account;

namespace Soundoff.Tests.Publishing;

/// <summary>All that a publish leaves behind, as text that can be compared: every blob with its bytes' hash and headers, every catalog row.</summary>
internal static class PublishedState
{
    private static readonly string[] Kept = [Containers.Site, Containers.Records, Containers.Reports];

    public static async Task<string> OfAsync(World world)
    {
        var state = new StringBuilder();
        foreach (var container in Kept) await AppendAsync(state, world, container);
        await foreach (var row in world.Account.Table(Tables.Catalog).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
        {
            state.Append(row.RowKey);
            foreach (var (name, value) in row.Where(p => p.Key is not ("odata.etag" or "Timestamp")).OrderBy(p => p.Key, StringComparer.Ordinal))
                state.Append(' ').Append(name).Append('=').Append(value is byte[] bytes ? Hash(bytes) : value);
            state.AppendLine();
        }

        return state.ToString();
    }

    /// <summary>The same of what is public alone.</summary>
    public static async Task<string> OfSiteAsync(World world)
    {
        var state = new StringBuilder();
        await AppendAsync(state, world, Containers.Site);
        return state.ToString();
    }

    /// <summary>The lines that only one of two states has.</summary>
    public static string Difference(string expected, string actual)
    {
        var (wanted, got) = (expected.Split('\n'), actual.Split('\n'));
        return string.Join('\n', wanted.Except(got).Select(line => "- " + line).Concat(got.Except(wanted).Select(line => "+ " + line)));
    }

    private static async Task AppendAsync(StringBuilder state, World world, string container)
    {
        foreach (var path in await world.PathsAsync(container))
            state.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{container}/{path} {await BlobAsync(world, container, path)}");
    }

    private static async Task<string> BlobAsync(World world, string container, string path)
    {
        var blob = (await world.Account.Container(container).GetBlobClient(path).DownloadContentAsync(TestContext.Current.CancellationToken)).Value;
        return $"{Hash(blob.Content.ToArray())} {blob.Details.ContentType} {blob.Details.CacheControl}";
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes))[..16];
}

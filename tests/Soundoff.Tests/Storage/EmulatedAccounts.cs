using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Soundoff.Account;

namespace Soundoff.Tests.Storage;

/// <summary>
/// Accounts of one emulator: a test that publishes needs a whole account, since there is one static website in each. Azurite reads them
/// from its environment when it starts.
/// </summary>
internal static class EmulatedAccounts
{
    private const int Count = 4000;
    private const string Variable = "AZURITE_ACCOUNTS";
    private const string DefaultKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static int _next;

    /// <summary>Tells the emulator of the accounts; before it starts.</summary>
    public static void Declare() => Environment.SetEnvironmentVariable(
        Variable, $"devstoreaccount1:{DefaultKey};" + string.Join(';', Enumerable.Range(1, Count).Select(i => $"{Name(i)}:{Key(i)}")));

    /// <summary>The connection string of an account that no other test has.</summary>
    public static string Next(string defaultConnection)
    {
        var number = Interlocked.Increment(ref _next);
        Assert.True(number <= Count, "The tests need more emulated accounts than are declared: raise the count.");
        return defaultConnection.Replace("devstoreaccount1", Name(number), StringComparison.Ordinal).Replace(DefaultKey, Key(number), StringComparison.Ordinal);
    }

    /// <summary>
    /// Empties an account that is needed no more. The emulator looks through the blobs of all accounts for each one it is asked for, so what some
    /// hundred tests leave behind would slow the others down.
    /// </summary>
    public static async Task EmptyAsync(string connection)
    {
        // By name: to list them first would cost as much again. Queues are as good as empty by then.
        var (blobs, tables) = (new BlobServiceClient(connection), new TableServiceClient(connection));
        foreach (var container in Containers.All) await blobs.GetBlobContainerClient(container).DeleteIfExistsAsync();
        foreach (var table in Tables.All) await tables.DeleteTableAsync(table);
    }

    private static string Name(int number) => $"account{number:0000}";

    // Short, since all of them stand in one variable, which the system limits to 128 KiB.
    private static string Key(int number) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Name(number))).AsSpan(0, 12));
}

using Soundoff.Cli.Local;
using Soundoff.Tests.Storage;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Soundoff.Tests.Storage;

/// <summary>One emulator for the whole run, in memory, started by the first test that asks. Each test makes containers, queues and tables of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly Lazy<Task<Azurite>> _azurite = new(() => Task.Run(StartAsync));

    /// <summary>The connection string of the emulator; the first to ask waits until it answers.</summary>
    /// <exception cref="Soundoff.Cli.CannotRunException">It cannot start here: the test fails, it is never skipped.</exception>
    public string ConnectionString => _azurite.Value.GetAwaiter().GetResult().ConnectionString;

    /// <summary>The connection string of an empty account, for one test alone.</summary>
    public string NewAccount() => EmulatedAccounts.Next(ConnectionString);

    /// <summary>A name for a container, queue or table that no other test has: letters and digits only, which all three allow.</summary>
    public static string NewName(string prefix) => prefix + Guid.NewGuid().ToString("N")[..12];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (!_azurite.IsValueCreated) return;
        try
        {
            await (await _azurite.Value).DisposeAsync();
        }
        catch (Soundoff.Cli.CannotRunException)
        {
            // The tests that needed it have said so.
        }
    }

    private static Task<Azurite> StartAsync()
    {
        EmulatedAccounts.Declare();
        return Azurite.StartAsync(null, Console.WriteLine, CancellationToken.None);
    }
}

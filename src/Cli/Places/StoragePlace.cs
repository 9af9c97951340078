using System.Net.Sockets;
using Azure;
using Azure.Identity;
using Soundoff.Account;
using Soundoff.Cli.Local;
using Soundoff.Hosting;
using Soundoff.Operations;

namespace Soundoff.Cli.Places;

/// <summary>
/// A Soundoff that commands look at and change from outside: the one that runs on this machine, or any other whose storage account is
/// named. The engine is put together as everywhere else; who runs Soundoff there picks up what was changed.
/// </summary>
internal sealed class StoragePlace : IAsyncDisposable
{
    /// <summary>Settings of the Functions app are read from the environment under their names with this before them: <c>SOUNDOFF_Mail__Secret</c>.</summary>
    public const string EnvironmentPrefix = "SOUNDOFF_";

    private readonly ServiceProvider _services;

    private StoragePlace(ServiceProvider services, string name, bool isLocal) => (_services, Name, IsLocal) = (services, name, isLocal);

    /// <summary>What it is called in messages; never a key.</summary>
    public string Name { get; }

    /// <summary>Whether it is an emulator.</summary>
    public bool IsLocal { get; }

    /// <summary>The engine.</summary>
    public IServiceProvider Services => _services;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Puts the engine together; nothing is asked of the storage yet.</summary>
    /// <param name="storage">A connection string, the name of an account, or the address of its blobs; null for the settings in the environment, else for the Azurite on this machine.</param>
    /// <exception cref="CannotRunException">It cannot be read.</exception>
    public static StoragePlace Of(string? storage)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables(EnvironmentPrefix).Build();
        if (storage is null && string.IsNullOrWhiteSpace(configuration["Storage:ConnectionString"]) && string.IsNullOrWhiteSpace(configuration["Storage:Account"]))
            storage = AzuritePorts.Default.ConnectionString;
        if (storage is not null)
        {
            var isConnection = storage.Contains('=', StringComparison.Ordinal);
            configuration["Storage:ConnectionString"] = isConnection ? storage : null;
            configuration["Storage:Account"] = isConnection ? null : AccountOf(storage);
        }

        var services = new ServiceCollection().AddSoundoff(configuration).BuildServiceProvider();
        try
        {
            var blobs = services.GetRequiredService<StorageAccount>().Blobs;
            return new(services, blobs.Uri.IsLoopback ? "the Azurite at " + blobs.Uri.Authority : "the account " + blobs.AccountName, blobs.Uri.IsLoopback);
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or UriFormatException or InvalidOperationException)
        {
            services.Dispose();
            throw new CannotRunException("The storage cannot be reached by what --storage says.", "Give a connection string, or the name of a storage account in Azure.", unreadable);
        }
    }

    /// <summary>The same, after a look whether it answers and holds a Soundoff.</summary>
    /// <exception cref="CannotRunException">It does not.</exception>
    public static async Task<StoragePlace> OpenAsync(string? storage, CancellationToken cancellation)
    {
        var place = Of(storage);
        try
        {
            if (place.IsLocal) await place.EnsureListensAsync(cancellation);
            await place.AskAsync(async () =>
            {
                if (await place.Get<StorageAccount>().Container(Containers.Mail).ExistsAsync(cancellation)) return;
                throw new CannotRunException($"Nothing of Soundoff's is in {place.Name}.", "Start 'soundoff serve' with this storage once, or deploy Soundoff to it.");
            });
            return place;
        }
        catch
        {
            await place.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does something with the storage; what goes wrong is told with what to do about it.</summary>
    /// <exception cref="CannotRunException">The storage did not answer, or did not allow it.</exception>
    public async Task AskAsync(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or AuthenticationFailedException)
        {
            var (what, mend) = StorageFailures.Explain(failure, IsLocal);
            throw new CannotRunException($"In {Name}: {what}", mend, failure);
        }
    }

    /// <summary>Looks whether an emulator is there at all: the storage clients would try again for half a minute.</summary>
    public async Task EnsureListensAsync(CancellationToken cancellation)
    {
        var address = Get<StorageAccount>().Blobs.Uri;
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port, cancellation);
        }
        catch (SocketException nobody)
        {
            var (what, mend) = StorageFailures.Explain(new RequestFailedException(0, nobody.Message), emulated: true);
            throw new CannotRunException($"In {Name}: {what}", mend, nobody);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    // "https://name.blob.core.windows.net/" means "name".
    private static string AccountOf(string written)
    {
        var host = Uri.TryCreate(written, UriKind.Absolute, out var address) ? address.Host : written;
        var name = host.Split('.')[0].Trim().ToLowerInvariant();
        if (name.Length is < 3 or > 24 || !name.All(char.IsAsciiLetterOrDigit))
            throw new CannotRunException($"\"{written}\" is neither a connection string nor the name of a storage account.", "Names have 3 to 24 lower-case letters and digits; a connection string holds equals signs: put it in quotation marks.");
        return name;
    }
}

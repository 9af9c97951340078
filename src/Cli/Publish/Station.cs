using Soundoff.Cli.Operations.Deployment;
using Soundoff.Cli.Places;

namespace Soundoff.Cli.Publish;

/// <summary>Finds the storage that a station's name means.</summary>
internal static class Station
{
    /// <summary>The storage; null for the Azurite on this machine.</summary>
    /// <param name="named">A name that was added, a connection string, an account's name, or an azd environment's; null for the one in use, else for the azd environment of the current folder, else for this machine.</param>
    /// <exception cref="CannotRunException">Nothing is meant by it.</exception>
    public static string? StorageOf(string? named)
    {
        var listed = ListedStations.Read();
        named ??= listed.Used;
        if (named is not null && listed.Stations.TryGetValue(named, out var account)) return account;
        if (named == Here) return null;
        if (named?.Contains('=', StringComparison.Ordinal) == true) return named;
        try
        {
            return new Deployed(AzdEnvironment.Read(named ?? "")).StorageName;
        }
        catch (CannotRunException)
        {
            // No environment of azd: an account's name, or nothing at all.
            return named;
        }
    }

    /// <summary>What this machine's own station is called.</summary>
    public const string Here = "local";

    /// <summary>Opens it, once it is known to answer.</summary>
    /// <exception cref="CannotRunException">It does not.</exception>
    public static Task<StoragePlace> OpenAsync(string? named, CancellationToken cancellation) => StoragePlace.OpenAsync(StorageOf(named), cancellation);
}

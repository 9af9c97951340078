using System.Collections.Concurrent;

namespace Soundoff.FunctionsHost;

/// <summary>How often each function was called, and how it ended.</summary>
public sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> _succeeded = new();
    private readonly ConcurrentDictionary<string, int> _failed = new();

    /// <summary>Calls of a function that succeeded.</summary>
    public int Succeeded(string function) => _succeeded.GetValueOrDefault(function);

    /// <summary>Calls of a function that failed, or whose worker ended before them.</summary>
    public int Failed(string function) => _failed.GetValueOrDefault(function);

    internal void Count(string function, bool succeeded) => (succeeded ? _succeeded : _failed).AddOrUpdate(function, 1, (_, count) => count + 1);
}

using System.Collections.Concurrent;

namespace Soundoff.FunctionsHost;

/// <summary>What app and host said, in order.</summary>
public sealed class HostLog
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>All lines so far.</summary>
    public string Text => string.Join('\n', _lines);

    internal void Add(string line) => _lines.Enqueue(line);
}

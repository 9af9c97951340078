namespace Soundoff.Cli.Import;

/// <summary>How far a run is. Those who do the work count here, and a display reads it. Safe for concurrent use.</summary>
internal sealed class ImportProgress
{
    private int _found;
    private int _done;
    private long _bytes;

    /// <summary>Items that were found so far.</summary>
    public int Found => Volatile.Read(ref _found);

    /// <summary>Items that are done with.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>Bytes of recordings that came.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public void Finds() => Interlocked.Increment(ref _found);

    public void Does() => Interlocked.Increment(ref _done);

    public void Gets(int bytes) => Interlocked.Add(ref _bytes, bytes);
}

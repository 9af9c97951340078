namespace Soundoff.Bench.Fuzzing;

/// <summary>What became of the inputs of one reader.</summary>
internal sealed class FuzzFigures
{
    private (TimeSpan Time, int Number) slowest;
    private (long Bytes, int Number) greediest;
    private long largest;

    public long Executions { get; private set; }

    /// <summary>Counts one.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="size">Bytes of the input.</param>
    /// <param name="took">Processor time.</param>
    /// <param name="made">Bytes allocated.</param>
    public void Add(int number, long size, TimeSpan took, long made)
    {
        Executions++;
        largest = Math.Max(largest, size);
        if (took > slowest.Time) slowest = (took, number);
        if (made > greediest.Bytes) greediest = (made, number);
    }

    public override string ToString() =>
        FormattableString.Invariant($"{Executions,9:N0} inputs, largest {largest,7:N0} bytes; slowest {slowest.Time.TotalMilliseconds,5:0} ms ({slowest.Number}); most memory {greediest.Bytes / 1048576.0,6:0.0} MiB ({greediest.Number})");
}

namespace Soundoff.Cli.Local;

/// <summary>How far a run has taken in what was uploaded. Those who do the work count here, and a display reads it. Safe for concurrent use.</summary>
public sealed class IntakeProgress
{
    private readonly Lock _turn = new();
    private readonly Doorbell _changes = new();
    private IntakeCount _count = new();

    /// <summary>The count now. It begins anew with the first upload after everything was taken in.</summary>
    public IntakeCount Count
    {
        get
        {
            lock (_turn) return _count;
        }
    }

    /// <summary>Ends when the count changes next.</summary>
    public Task Change => _changes.Next;

    /// <summary>So many files of a folder are to be copied into the container.</summary>
    public void ToUpload(int files) => Begin(count => count with { ToUpload = count.ToUpload + files });

    /// <summary>So many were.</summary>
    public void Uploaded(int files) => Add(count => count with { Uploaded = count.Uploaded + files });

    /// <summary>So many changes of the container are to be read.</summary>
    public void ToRead(int files) => Begin(count => count with { ToRead = count.ToRead + files });

    /// <summary>One was. A change that waits for its date is read more than once.</summary>
    public void Read() => Add(count => count with { Read = Math.Min(count.Read + 1, count.ToRead) });

    /// <summary>So many episodes were read and wait for their pages.</summary>
    public void Waiting(int episodes) => Add(count => count with { Waiting = episodes });

    /// <summary>The page of one is live.</summary>
    public void Live() => Add(count => count with { Live = count.Live + 1 });

    private void Begin(Func<IntakeCount, IntakeCount> change) => Add(count => change(count.IsDone ? new() : count));

    private void Add(Func<IntakeCount, IntakeCount> change)
    {
        lock (_turn) _count = change(_count);
        _changes.Ring();
    }
}

/// <summary>How far everything is.</summary>
public sealed record IntakeCount
{
    /// <summary>Files of a folder to be copied, those that were copied included.</summary>
    public int ToUpload { get; init; }

    /// <summary>Files that were copied.</summary>
    public int Uploaded { get; init; }

    /// <summary>Changes of the container to be read, those that were read included.</summary>
    public int ToRead { get; init; }

    /// <summary>Changes that were read.</summary>
    public int Read { get; init; }

    /// <summary>Episodes that were read and have no page yet.</summary>
    public int Waiting { get; init; }

    /// <summary>Episodes whose pages are live.</summary>
    public int Live { get; init; }

    /// <summary>True when nothing is left to do.</summary>
    public bool IsDone => Uploaded >= ToUpload && Read >= ToRead && Waiting == 0;

    /// <summary>What share of the work is done, from 0 to 1: of copying first, then of reading and rendering. Episodes that are not read yet are taken to be as many to a file as those that are.</summary>
    public double Share
    {
        get
        {
            if (Uploaded < ToUpload) return (double)Uploaded / ToUpload;
            if (ToRead == 0) return 1;
            var episodes = Read == 0 ? ToRead : (double)(Live + Waiting) * ToRead / Read;
            return (Read + Live) / (ToRead + episodes);
        }
    }

    /// <summary>How long the rest takes if it goes on as it did; null while too little is done to tell.</summary>
    public TimeSpan? Left(TimeSpan elapsed) => Share is > 0.02 and var share ? elapsed * ((1 - share) / share) : null;
}

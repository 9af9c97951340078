using Soundoff.Cli.Local;
using Soundoff.Cli.Places;
using Soundoff.Publishing;

namespace Soundoff.Cli.Publish;

/// <summary>Waits until the station has said of each episode what became of it, and tells each as it comes, as <c>serve</c> does.</summary>
/// <param name="awaited">Show and slug of the episodes that were changed.</param>
/// <param name="tell">Is told of each of their reports once.</param>
internal sealed class AwaitedReports(IEnumerable<(string Show, string Slug)> awaited, Action<Report> tell) : IStatus
{
    private readonly Lock _turn = new();
    private readonly HashSet<(string Show, string Slug)> _awaited = [.. awaited];
    private readonly List<Report> _told = [];
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Those that nothing was said of.</summary>
    public IReadOnlyList<(string Show, string Slug)> Missing
    {
        get
        {
            lock (_turn) return [.. _awaited.Order()];
        }
    }

    /// <summary>What was said.</summary>
    public IReadOnlyList<Report> Told
    {
        get
        {
            lock (_turn) return [.. _told];
        }
    }

    /// <summary>Begins to watch, before anything is changed, so that nothing is missed.</summary>
    public async Task<ReportWatcher> WatchAsync(StoragePlace place, CancellationToken cancellation)
    {
        var watcher = new ReportWatcher(place.Services, this, new Doorbell(), new IntakeProgress());
        await watcher.StartAsync(cancellation);
        return watcher;
    }

    /// <summary>Waits until all is said, or the time is up.</summary>
    public async Task WaitAsync(ReportWatcher watcher, TimeSpan longest, CancellationToken cancellation)
    {
        if (_awaited.Count == 0) return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(longest);
        var watching = watcher.RunAsync(stop.Token);
        await Task.WhenAny(_all.Task, watching);
        await stop.CancelAsync();
        await watching;
        cancellation.ThrowIfCancellationRequested();
    }

    public void Reported(Report report)
    {
        lock (_turn)
        {
            if (!_awaited.Remove((report.Show, report.Slug))) return;
            _told.Add(report);
            tell(report);
            if (_awaited.Count == 0) _all.TrySetResult();
        }
    }

    public void Failed(FailedTry failed)
    {
        // Whoever runs the station is told.
    }

    public void Warn(string sentence)
    {
        // Nothing is mirrored here.
    }
}

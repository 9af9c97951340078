using System.Diagnostics;
using System.Text.Json;
using Azure;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Publishing;
using Soundoff.Site;

namespace Soundoff.Cli.Local;

/// <summary>Tells of each report once: of a published episode when its page is there and no listed work names it, of all others at once.</summary>
/// <param name="services">The engine.</param>
/// <param name="status">Is told.</param>
/// <param name="handled">Is rung after each message that was handled.</param>
/// <param name="intake">Counts the episodes that wait, and those whose pages are live.</param>
internal sealed class ReportWatcher(IServiceProvider services, IStatus status, Doorbell handled, IntakeProgress intake)
{
    private const string ShowReport = "show";
    private const int RestToLook = 4;

    // More work rows than these are not looked through: the renderers are busy enough.
    private const int MostRows = 2000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly StorageAccount _account = services.GetRequiredService<StorageAccount>();
    private readonly CatalogTable _catalog = services.GetRequiredService<CatalogTable>();
    private readonly ContainerChanges _changes = new(services.GetRequiredService<StorageAccount>().Container(Containers.Reports));
    private readonly Dictionary<string, Report> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

    /// <summary>Takes the reports of earlier runs as told, but for those that still wait to be mended.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        foreach (var change in await _changes.FindAsync(cancellation))
        {
            if (await ReadAsync(change.Name, cancellation) is { Outcome: Outcome.Refused } refused) Take(change.Name, refused);
            _changes.Saw(change);
        }
    }

    /// <summary>Tells until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var ring = handled.Next;
            var began = Stopwatch.GetTimestamp();
            try
            {
                await LookAsync(stop);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested && failure is RequestFailedException or AggregateException)
            {
                // The watcher of the uploads says that the storage does not answer.
            }
            catch (OperationCanceledException)
            {
                return;
            }

            // While many are handled, each rings: what looks at all reports must not take the storage from those who make them.
            await Task.Delay(Stopwatch.GetElapsedTime(began) * RestToLook, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Doorbell.WaitAsync(ring, Interval, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        foreach (var change in await _changes.FindAsync(cancellation))
        {
            if (change.ETag is not null && await ReadAsync(change.Name, cancellation) is { } report) Take(change.Name, report);
            _changes.Saw(change);
        }

        intake.Waiting(Episodes);
        foreach (var show in _waiting.Values.Select(report => report.Show).Distinct().ToList()) await TellAsync(show, cancellation);
        intake.Waiting(Episodes);
    }

    private int Episodes => _waiting.Values.Count(report => report.Slug != ShowReport);

    // The work is read before the pages: what it does not list any more has been written.
    private async Task TellAsync(string show, CancellationToken cancellation)
    {
        var work = (await _catalog.WorkAsync(show, MostRows, cancellation)).Rows;
        if (work.Count == MostRows) return;
        var listed = work.SelectMany(row => row.Targets).ToList();
        var pages = listed.Where(target => target.Kind == TargetKind.Page).Select(target => target.Name).ToHashSet(StringComparer.Ordinal);
        var whole = listed.Any(target => target.Kind == TargetKind.Everything);
        foreach (var (name, report) in _waiting.Where(entry => entry.Value.Show == show).ToList())
        {
            var isShow = report.Slug == ShowReport;
            if (whole || (isShow ? work.Count > 0 : pages.Contains(report.Slug))) continue;
            var page = isShow ? SitePaths.Home(show) : SitePaths.Episode(show, report.Slug);
            if (!await _account.Container(Containers.Site).GetBlobClient(page).ExistsAsync(cancellation)) continue;
            _waiting.Remove(name);
            _told.Remove(name);
            if (!isShow) intake.Live();
            status.Reported(report);
        }
    }

    private void Take(string name, Report report)
    {
        if (report.Outcome == Outcome.Published)
        {
            _waiting[name] = report;
            return;
        }

        // Each event of an episode that is not published writes its report again.
        _waiting.Remove(name);
        var text = JsonSerializer.Serialize(report, Reports.Json);
        if (_told.GetValueOrDefault(name) == text) return;
        _told[name] = text;
        status.Reported(report);
    }

    private async Task<Report?> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await _account.Container(Containers.Reports).GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content.ToObjectFromJson<Report>(Reports.Json);
        }
        catch (Exception gone) when (gone is RequestFailedException { Status: 404 } or JsonException)
        {
            return null;
        }
    }
}

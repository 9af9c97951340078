using System.Globalization;
using System.Security.Cryptography;
using Soundoff.Account;
using Soundoff.Cli.Local.Mailing;
using Soundoff.Cli.Local.Outbox;
using Soundoff.Cli.Local.Site;
using Soundoff.Cli.Local.Smtp;
using Soundoff.Export;
using Soundoff.Hosting;

namespace Soundoff.Cli.Local;

/// <summary>What a local run is made of.</summary>
public sealed record StationSettings
{
    /// <summary>Where the site is served.</summary>
    public required int Port { get; init; }

    /// <summary>Where mail is taken over SMTP; 0 for nowhere.</summary>
    public int SmtpPort { get; init; }

    /// <summary>The storage account.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The folder that is mirrored into the container; null for none.</summary>
    public string? Folder { get; init; }

    /// <summary>Where traces, metrics and logs are sent by OTLP; null for nowhere.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>Names beside localhost that it answers to.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Whether pages and scripts in episodes' folders run on the site.</summary>
    public bool TrustPublishers { get; init; }

    /// <summary>Where it counts what it takes in.</summary>
    public IntakeProgress Intake { get; init; } = new();

    /// <summary>Whether the web server, the engine and the storage clients log to standard error.</summary>
    public bool Verbose { get; init; }

    /// <summary>The site's base address.</summary>
    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}/"));
}

/// <summary>The whole of Soundoff on this machine: Event Grid's, the Functions host's and the static website's places are taken by this process.</summary>
public sealed class LocalStation : IAsyncDisposable
{
    // Browsers keep connections open; they are not waited for.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(2);

    private readonly WebApplication _app;
    private readonly IStatus _status;
    private readonly IntakeProgress _intake;
    private readonly FolderMirror? _mirror;
    private readonly ContainerWatcher _watcher;
    private readonly Doorbell _queues = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SmtpListener? _smtp;
    private Task _running = Task.CompletedTask;

    private LocalStation(StationSettings settings, IStatus status)
    {
        (_app, _status, _intake) = (Build(settings, _queues), status, settings.Intake);
        var account = _app.Services.GetRequiredService<StorageAccount>();
        var uploads = new Doorbell();
        _watcher = new(account, uploads, _queues, _intake);
        _mirror = settings.Folder is { } folder ? new(folder, account, uploads, _intake, status.Warn) : null;
    }

    /// <summary>The engine.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>How the folder was understood; null without one.</summary>
    public string? FolderSaid => _mirror?.Said;

    /// <summary>Creates what is missing in the storage account, serves the site and brings the container up to the folder.</summary>
    /// <exception cref="CannotRunException">A port is taken, or the storage does not answer.</exception>
    public static async Task<LocalStation> StartAsync(StationSettings settings, IStatus status, CancellationToken cancellation)
    {
        LocalStation station;
        try
        {
            station = new(settings, status);
        }
        catch (FormatException unreadable)
        {
            throw NoStorage("cannot be reached by this connection string", unreadable);
        }

        try
        {
            await station.StartAsync(settings, cancellation);
            return station;
        }
        catch
        {
            await station.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts everything that moves.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        var reports = new ReportWatcher(Services, _status, _queues, _intake);
        await reports.StartAsync(cancellation);
        _running = Task.WhenAll(Parts(reports, _stop.Token).Select(part => Task.Run(() => WatchedAsync(part), CancellationToken.None)));
    }

    /// <summary>Waits until it is cancelled, or until a part fails that nothing runs without.</summary>
    public Task WaitAsync(CancellationToken cancellation) => _failed.Task.WaitAsync(cancellation);

    /// <summary>Ends in good order: no new messages, those in hand finished, then the site.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_smtp is not null) await _smtp.DisposeAsync();
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var limit = new CancellationTokenSource(LongestEnd);
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
        _stop.Dispose();
    }

    private async Task StartAsync(StationSettings settings, CancellationToken cancellation)
    {
        try
        {
            await Services.GetRequiredService<StorageSetup>().EnsureAsync(cancellation);
        }
        catch (Exception failure) when (failure is Azure.RequestFailedException or AggregateException)
        {
            throw NoStorage("does not answer", failure);
        }

        try
        {
            await _app.StartAsync(cancellation);
        }
        catch (IOException taken)
        {
            throw LocalPort.Taken(settings.Port, taken);
        }

        if (settings.SmtpPort > 0) _smtp = SmtpListener.Start(settings.SmtpPort, Services.GetRequiredService<LocalWebhook>().ReceiveAsync);

        // What is there before the folder is looked at: the mirror's own uploads are changes already.
        await _watcher.StartAsync(cancellation);
        if (_mirror is not null) await _mirror.StartAsync(cancellation);
    }

    private IEnumerable<Func<Task>> Parts(ReportWatcher reports, CancellationToken stop)
    {
        foreach (var timer in Triggers.Timers)
        {
            yield return () => CatchUpAsync(timer, stop);
            yield return () => TimerLoop.RunAsync(timer, Services, TimeProvider.System, _status.Warn, stop);
        }

        foreach (var trigger in Triggers.Queues.Select(Counted)) yield return () => new QueuePump(trigger, Services, QueueRules.Host, _queues, _status.Failed).RunAsync(stop);
        if (_mirror is not null) yield return () => _mirror.RunAsync(stop);
        yield return () => _watcher.RunAsync(_status.Warn, stop);
        yield return () => reports.RunAsync(stop);
    }

    private QueueTrigger Counted(QueueTrigger trigger) => trigger.Queue != Queues.EpisodeEvents ? trigger : trigger with
    {
        Handle = async (services, message, cancellation) =>
        {
            await trigger.Handle(services, message, cancellation);
            _intake.Read();
        },
    };

    private async Task WatchedAsync(Func<Task> part)
    {
        try
        {
            await part();
        }
        catch (Exception failure)
        {
            _failed.TrySetException(failure);
        }
    }

    // Compares container, catalog and site: what happened while nobody looked is caught up with.
    private async Task CatchUpAsync(TimerTrigger timer, CancellationToken stop)
    {
        try
        {
            await timer.Run(Services, stop);
            _queues.Ring();
        }
        catch (Exception failure) when (failure is Azure.RequestFailedException or AggregateException)
        {
            _status.Warn($"{timer.Function} failed at the start: {failure.Message.Split('\n')[0]}");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run ended before it had looked at everything; the next one looks again.
        }
    }

    private static CannotRunException NoStorage(string why, Exception cause) =>
        new($"The storage {why}: {cause.Message.Split('\n')[0].TrimEnd('.')}.", "Check the connection string, and that the account may be reached from here.", cause);

    private static WebApplication Build(StationSettings settings, Doorbell queues)
    {
        // Empty: nothing in the current folder or the environment changes what is served, and where.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = settings.ConnectionString,
            ["Site:BaseUrl"] = settings.Address.AbsoluteUri,
            ["Publishing:Settle"] = "00:00:00",
            ["Publishing:TrustPublishers"] = settings.TrustPublishers ? "true" : "false",
            ["Mail:Proxies"] = "0",
            ["Mail:UrlKey"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(32)),
        });
        if (settings.Otlp is { } otlp) builder.Configuration.AddInMemoryCollection(OtlpReceiver.Settings(otlp));
        if (settings.Verbose) builder.Logging.AddSimpleConsole(line => line.SingleLine = true).AddFilter("Azure", LogLevel.Information);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The webhook has a limit of its own.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.ListenLocalhost(settings.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSoundoff(builder.Configuration).AddSoundoffTelemetry(builder.Configuration);
        builder.Services.AddSingleton(queues).AddSingleton<LocalWebhook>();
        var app = builder.Build();
        app.UseLocalHosts(settings.Hosts);
        app.MapMail();
        app.MapOutbox();
        app.MapStaticSite();
        return app;
    }
}

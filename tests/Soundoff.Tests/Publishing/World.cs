using System.Text;
using System.Text.Json;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Hosting;
using Soundoff.Publishing;
using Soundoff.Publishing.Rendering;
using Soundoff.Storage;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

/// <summary>A whole engine on an account of its own: uploads go in, handlers run until all queues are empty, and what is public can be read.</summary>
public sealed class World : IAsyncDisposable
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private const string Address = "https://radio.example/";

    private readonly string _connection;
    private readonly Func<ServiceProvider> _start;
    private readonly FaultPolicy? _faults;

    private World(string connection, Func<ServiceProvider> start, FaultPolicy? faults, SettableClock clock) =>
        (_connection, _start, _faults, Services, Clock) = (connection, start, faults, start(), clock);

    public ServiceProvider Services { get; private set; }
    public SettableClock Clock { get; }

    /// <summary>Whether the account is somebody else's, and is left as it is.</summary>
    public bool IsSecond { get; private init; }
    public StorageAccount Account => Services.GetRequiredService<StorageAccount>();

    /// <param name="connection">A storage account that nobody else uses.</param>
    /// <param name="policy">Sees every storage request.</param>
    /// <param name="settle">How long uploads settle.</param>
    /// <param name="sideBySide">How many targets are written side by side.</param>
    /// <param name="trustPublishers">Whether what publishers bring runs on the site.</param>
    public static async Task<World> CreateAsync(string connection, HttpPipelinePolicy? policy = null, TimeSpan settle = default, int sideBySide = 8, bool trustPublishers = false)
    {
        var world = Start(connection, policy, settle, sideBySide, new SettableClock(Begin), trustPublishers: trustPublishers);
        await world.Services.GetRequiredService<StorageSetup>().EnsureAsync(TestContext.Current.CancellationToken);
        return world;
    }

    /// <summary>Another process on the same account, whose clock is ahead, perhaps of a station with another address.</summary>
    public World Second(TimeSpan ahead, string address = Address) => Start(_connection, null, default, 8, new SettableClock(Clock.Now + ahead), isSecond: true, address: address);

    private static World Start(string connection, HttpPipelinePolicy? policy, TimeSpan settle, int sideBySide, SettableClock clock, bool isSecond = false, bool trustPublishers = false, string address = Address)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = connection,
            ["Site:BaseUrl"] = address,
            ["Publishing:Settle"] = settle.ToString(),
            ["Publishing:SideBySide"] = sideBySide.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Publishing:TrustPublishers"] = trustPublishers.ToString(),
            ["Mail:Domain"] = "radio.example",
        }).Build();
        return new World(connection, () => new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(s => new StorageAccount(s.GetRequiredService<IOptions<StorageOptions>>(), policy))
            .AddSoundoff(configuration)
            .BuildServiceProvider(), policy as FaultPolicy, clock)
        {
            IsSecond = isSecond,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (!IsSecond) await EmulatedAccounts.EmptyAsync(_connection);
    }

    public Task UploadAsync(string path, string text) => UploadAsync(path, Encoding.UTF8.GetBytes(text));

    public async Task UploadAsync(string path, byte[] bytes)
    {
        await StoreAsync(path, bytes);
        await PostAsync(path);
    }

    public Task StoreAsync(string path, string text) => StoreAsync(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Uploads without an event.</summary>
    public Task StoreAsync(string path, byte[] bytes) =>
        Account.Container(Containers.Episodes).GetBlobClient(path).UploadAsync(BinaryData.FromBytes(bytes), overwrite: true, TestContext.Current.CancellationToken);

    public async Task DeleteAsync(string path)
    {
        await RemoveAsync(path);
        await PostAsync(path);
    }

    /// <summary>Deletes an upload without an event.</summary>
    public Task RemoveAsync(string path) => Account.Container(Containers.Episodes).DeleteBlobAsync(path, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Says that something about a file changed.</summary>
    public Task PostAsync(string path) => Account.Queue(Queues.EpisodeEvents).SendMessageAsync(BlobEvent.Json(path), TestContext.Current.CancellationToken);

    /// <summary>Runs the handlers until nothing is left to do now.</summary>
    /// <param name="crashes">Whether a handler may crash: its message then returns, as it does under a host.</param>
    public async Task SettleAsync(bool crashes = false)
    {
        while (await StepAsync(Queues.EpisodeEvents, EpisodeAsync, crashes) || await StepAsync(Queues.ShowUpdates, ShowAsync, crashes))
        {
        }
    }

    /// <summary>The same, as a host does it: eight handlers of uploads at any time, and two of shows beside them.</summary>
    public async Task SettleSideBySideAsync()
    {
        var reading = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (await StepAsync(Queues.EpisodeEvents, EpisodeAsync, false))
            {
            }
        })));
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (await StepAsync(Queues.ShowUpdates, ShowAsync, false) || !reading.IsCompleted)
            {
            }
        })));
        await reading;
        // One may have ended while another's last message woke a queue.
        await SettleAsync();
    }

    /// <summary>Messages of a queue that are not to be seen yet.</summary>
    public async Task<int> DelayedAsync(string name) => (await Account.Queue(name).GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount;

    /// <summary>The version of every public blob.</summary>
    public async Task<IReadOnlyList<string>> VersionsAsync()
    {
        var versions = new List<string>();
        await foreach (var blob in Account.Container(Containers.Site).GetBlobsAsync(BlobTraits.None, BlobStates.None, null, TestContext.Current.CancellationToken))
            versions.Add($"{blob.Name} {blob.Properties.ETag}");
        return versions;
    }

    /// <summary>What the public gets at a path of the site; null for a 404.</summary>
    public async Task<string?> ReadAsync(string path, string container = Containers.Site)
    {
        var blob = Account.Container(container).GetBlobClient(path);
        return await blob.ExistsAsync(TestContext.Current.CancellationToken) ? (await blob.DownloadContentAsync(TestContext.Current.CancellationToken)).Value.Content.ToString() : null;
    }

    /// <summary>What a report says became of an upload.</summary>
    public async Task<string> OutcomeAsync(string name) => (await ReportAsync(name)).GetProperty("outcome").GetString()!;

    /// <summary>The problems of a report.</summary>
    public async Task<IReadOnlyList<JsonElement>> ProblemsAsync(string name) => [.. (await ReportAsync(name)).GetProperty("problems").EnumerateArray()];

    private async Task<JsonElement> ReportAsync(string name) => JsonDocument.Parse((await ReadAsync(name + ".report.json", Containers.Reports))!).RootElement;

    public async Task<IReadOnlyList<string>> PathsAsync(string container = Containers.Site)
    {
        var names = new List<string>();
        await foreach (var blob in Account.Container(container).GetBlobsAsync(BlobTraits.None, BlobStates.None, null, TestContext.Current.CancellationToken)) names.Add(blob.Name);
        return names;
    }

    /// <summary>Handles an event of an episode's file.</summary>
    public Task EpisodeAsync(string message) => Services.GetRequiredService<EpisodePublisher>().HandleAsync(BlobEvent.Parse(message), TestContext.Current.CancellationToken);

    /// <summary>Handles a wake-up of a show.</summary>
    public Task ShowAsync(string message) => Services.GetRequiredService<ShowRenderer>().HandleAsync(message, TestContext.Current.CancellationToken);

    private Task<bool> StepAsync(string name, Func<string, Task> handle, bool crashes) =>
        TestQueue.StepAsync(_connection, name, handle, crash =>
        {
            if (!crashes || crash is not CrashException) return false;
            // What this process knew is gone with it.
            if (_faults is { Kills: true }) Services = _start();
            _faults?.Restart();
            return true;
        });
}

/// <summary>A clock that stands still until it is set.</summary>
public sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Hosting;
using Soundoff.Publishing;
using Soundoff.Publishing.Rendering;
using Soundoff.Site;
using Soundoff.Storage;

namespace Soundoff.Bench;

/// <summary>A show on an emulator, and an engine whose handlers are called as a host would, without a host's waiting.</summary>
internal sealed class BenchShow
{
    private static readonly byte[] Recording = Silence(TimeSpan.FromMinutes(1));

    private readonly CountingPolicy _counter = new();
    private readonly string _name;
    private readonly ServiceProvider _services;

    // The uploader and the host have clients of their own: their requests are not the handlers'.
    private readonly BlobServiceClient _blobs;
    private readonly QueueServiceClient _queues;

    private BenchShow(string connection, string name)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = connection,
            ["Site:BaseUrl"] = "https://radio.example/",
            ["Publishing:Settle"] = "00:00:00",
        }).Build();
        _name = name;
        (_blobs, _queues) = (new(connection), new(connection));
        _services = new ServiceCollection()
            .AddSingleton(s => new StorageAccount(s.GetRequiredService<IOptions<StorageOptions>>(), _counter))
            .AddSoundoff(configuration)
            .BuildServiceProvider();
    }

    public static async Task<BenchShow> CreateAsync(string connection, string name)
    {
        var show = new BenchShow(connection, name);
        await show._services.GetRequiredService<StorageSetup>().EnsureAsync(CancellationToken.None);
        return show;
    }

    /// <summary>Publishes so many episodes, one a day until yesterday.</summary>
    public async Task FillAsync(int count)
    {
        var today = DateTimeOffset.UtcNow.Date;
        for (var i = count; i > 0; i--)
        {
            await UploadAsync($"old-{i}.md", Notes($"Episode {i}", today.AddDays(-i)));
            await _services.GetRequiredService<EpisodePublisher>().HandleAsync(new BlobEvent($"{_name}/old-{i}.md"), CancellationToken.None);
        }

        await SettleAsync();
    }

    /// <summary>Publishes an episode with a recording and measures it.</summary>
    public async Task<Publish> PublishAsync(int number)
    {
        var (key, title) = ($"new-{number}", $"New episode {number}");
        await UploadAsync($"{key}.mp3", Recording);

        var before = _counter.Total;
        var watch = Stopwatch.StartNew();
        await UploadAsync($"{key}.md", Notes(title, DateTimeOffset.UtcNow.AddMinutes(-1)));
        await _queues.GetQueueClient(Queues.EpisodeEvents).SendMessageAsync(BlobEvent.Json($"{_name}/{key}.md"));
        await SettleAsync();
        var time = watch.Elapsed;
        var after = _counter.Total;

        foreach (var path in new[] { SitePaths.Episode(_name, key), SitePaths.Feed(_name) })
            if (!(await ReadAsync(Containers.Site, path)).Contains(title, StringComparison.Ordinal))
                throw new InvalidOperationException($"{path} does not show \"{title}\". The report says: {await ReadAsync(Containers.Reports, $"{_name}/{key}.report.json")}");
        return new(time, after.Operations - before.Operations, after.Bytes - before.Bytes);
    }

    private async Task SettleAsync()
    {
        while (await StepAsync(Queues.EpisodeEvents, message => _services.GetRequiredService<EpisodePublisher>().HandleAsync(BlobEvent.Parse(message), CancellationToken.None)) ||
            await StepAsync(Queues.ShowUpdates, show => _services.GetRequiredService<ShowRenderer>().HandleAsync(show, CancellationToken.None)))
        {
        }
    }

    private async Task<bool> StepAsync(string name, Func<string, Task> handle)
    {
        var queue = _queues.GetQueueClient(name);
        var messages = (await queue.ReceiveMessagesAsync(32)).Value;
        foreach (var message in messages)
        {
            await handle(message.MessageText);
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }

        return messages.Length > 0;
    }

    private async Task UploadAsync(string name, byte[] bytes) =>
        await _blobs.GetBlobContainerClient(Containers.Episodes).GetBlobClient($"{_name}/{name}").UploadAsync(BinaryData.FromBytes(bytes), overwrite: true);

    private async Task<string> ReadAsync(string container, string path)
    {
        var blob = _blobs.GetBlobContainerClient(container).GetBlobClient(path);
        return await blob.ExistsAsync() ? (await blob.DownloadContentAsync()).Value.Content.ToString() : "";
    }

    private static byte[] Notes(string title, DateTimeOffset date) => System.Text.Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"---\ntitle: {title}\ndate: {date:yyyy-MM-ddTHH:mm:ssZ}\nguests: [\"Ana Ruiz, who repairs signals\"]\ntopics: [Trains]\n---\nThey run again, by night.\n"));

    // MPEG-1 layer III at 128 kbit/s and 44.1 kHz: frames of 417 bytes and 1152 samples, whose zeros are silence.
    private static byte[] Silence(TimeSpan duration)
    {
        const int frame = 417;
        var bytes = new byte[(int)(duration.TotalSeconds * 44_100 / 1152) * frame];
        for (var at = 0; at < bytes.Length; at += frame) new byte[] { 0xFF, 0xFB, 0x90, 0x00 }.CopyTo(bytes, at);
        return bytes;
    }
}

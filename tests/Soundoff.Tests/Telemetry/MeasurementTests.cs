using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Soundoff.Account;
using Soundoff.Operations;
using Soundoff.Publishing;
using Soundoff.Storage;
using Soundoff.Telemetry;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Telemetry;

public sealed class MeasurementTests(AzuriteFixture azurite)
{
    private const string Notes = "Night trains\nThey run again.\nThe text.\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publish_latency_runs_from_the_newest_file_until_all_is_written()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        using var latency = Collect<double>(world.Services, "soundoff.publish.latency");
        await world.StoreAsync("rail/night.mp3", Recordings.Mp3());
        await world.UploadAsync("rail/night.txt", Notes);
        world.Clock.Now = DateTimeOffset.UtcNow.AddSeconds(30);
        await world.SettleAsync();
        var uploaded = (await world.Account.Container(Containers.Episodes).GetBlobClient("rail/night.txt").GetPropertiesAsync(cancellationToken: Cancellation)).Value.LastModified;
        Assert.Equal((world.Clock.Now - uploaded).TotalSeconds, Assert.Single(latency.GetMeasurementSnapshot()).Value, 3);

        // Nothing became live: the show's own files, and the same event once more.
        await world.UploadAsync("rail/show.yaml", "title: Rail\nlanguage: en\n");
        await world.PostAsync("rail/night.txt");
        await world.SettleAsync();
        Assert.Single(latency.GetMeasurementSnapshot());
    }

    [Fact]
    public async Task A_scheduled_episode_is_late_from_the_time_it_was_due()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        using var latency = Collect<double>(world.Services, "soundoff.publish.latency");
        var due = new DateTimeOffset(DateTimeOffset.UtcNow.UtcDateTime.Date.AddDays(3), TimeSpan.Zero);
        await world.UploadAsync("rail/night.md", $"---\ndate: {due.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}\ntitle: Night trains\n---\nThe text.\n");
        await world.SettleAsync();
        Assert.Empty(latency.GetMeasurementSnapshot());

        world.Clock.Now = due.AddSeconds(4);
        await world.PostAsync("rail/night.md");
        await world.SettleAsync();
        Assert.Equal(4, Assert.Single(latency.GetMeasurementSnapshot()).Value, 3);
    }

    [Fact]
    public async Task Targets_are_counted_by_kind_and_bytes_as_they_are_written()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        using var targets = Collect<long>(world.Services, "soundoff.render.targets");
        using var bytes = Collect<long>(world.Services, "soundoff.bytes.written");
        await world.UploadAsync("rail/night.txt", Notes);
        await world.SettleAsync();
        var kinds = targets.GetMeasurementSnapshot().CountBy(m => (string)m.Tags["kind"]!).ToDictionary();
        Assert.Superset(new HashSet<string> { "page", "home", "feed", "month", "year", "index" }, kinds.Keys.ToHashSet());

        long written = 0;
        await foreach (var blob in world.Account.Container(Containers.Site).GetBlobsAsync(cancellationToken: Cancellation)) written += blob.Properties.ContentLength!.Value;
        Assert.InRange(bytes.GetMeasurementSnapshot().Sum(m => m.Value), written, long.MaxValue);

        // What is rendered as it was is written no more.
        var before = bytes.GetMeasurementSnapshot().Count;
        await world.PostAsync("rail/night.txt");
        await world.SettleAsync();
        Assert.Equal(before, bytes.GetMeasurementSnapshot().Count);
    }

    [Fact]
    public async Task What_waits_is_measured_and_falls_to_zero_when_it_is_done()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        using var depths = Collect<long>(world.Services, "soundoff.queue.depth");
        using var ages = Collect<double>(world.Services, "soundoff.work.oldest.age");
        await world.StoreAsync("rail/night.txt", Notes);
        // The reading half alone: its work waits.
        await world.Services.GetRequiredService<EpisodePublisher>().HandleAsync(new BlobEvent("rail/night.txt"), Cancellation);
        await world.Account.Queue(Queues.Poison(Queues.Letters)).SendMessageAsync("x", Cancellation);
        world.Clock.Now = world.Clock.Now.AddMinutes(16);

        await RecordAsync(world);
        Assert.Equal(("rail", 16 * 60), ((string)ages.LastMeasurement!.Tags["show"]!, ages.LastMeasurement.Value));
        Assert.Equal(["episode-events 0", "episode-events-poison 0", "letters 0", "letters-poison 1", "show-updates-poison 0"], Depths(depths).Where(d => !d.StartsWith("show-updates ", StringComparison.Ordinal)));
        Assert.Contains(Depths(depths), d => d.StartsWith("show-updates ", StringComparison.Ordinal) && d != "show-updates 0");

        await world.SettleAsync();
        depths.Clear();
        await RecordAsync(world);
        Assert.Equal(0, ages.LastMeasurement.Value);
        Assert.Contains("show-updates 0", Depths(depths));
    }

    [Fact]
    public async Task Events_that_Event_Grid_could_not_deliver_are_counted_where_there_can_be_any()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        using var events = Collect<long>(world.Services, "soundoff.deadletters");
        await RecordAsync(world);
        Assert.Empty(events.GetMeasurementSnapshot());

        var container = world.Account.Container(Containers.DeadLetters);
        await container.CreateAsync(cancellationToken: Cancellation);
        await RecordAsync(world);
        foreach (var name in new[] { "a.json", "b.json" }) await container.UploadBlobAsync(name, BinaryData.FromString("[]"), Cancellation);
        await RecordAsync(world);
        Assert.Equal([0, 2], events.GetMeasurementSnapshot().Select(m => m.Value));
    }

    [Fact]
    public async Task The_age_of_a_message_is_measured_where_it_tells_when_it_was_sent()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        using var ages = Collect<double>(world.Services, "soundoff.queue.age");
        var publisher = world.Services.GetRequiredService<EpisodePublisher>();
        await publisher.HandleAsync(BlobEvent.Parse(BlobEvent.Json("rail/night.txt")), Cancellation);
        Assert.Empty(ages.GetMeasurementSnapshot());

        await publisher.HandleAsync(BlobEvent.Parse(BlobEvent.Json("rail/night.txt", time: world.Clock.Now.AddSeconds(-7))), Cancellation);
        Assert.Equal((Queues.EpisodeEvents, 7), ((string)ages.LastMeasurement!.Tags["queue"]!, ages.LastMeasurement.Value));
    }

    [Fact]
    public async Task Letters_are_counted_by_class_and_mails_by_kind_and_outcome()
    {
        await using var world = await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
        using var letters = Collect<long>(world.Services, "soundoff.letters");
        using var mails = Collect<long>(world.Services, "soundoff.mails");
        world.Provider.Fail(400);
        await world.DeliverAsync(SampleLetter.Ana());
        await world.DeliverAsync(SampleLetter.Ana());
        await world.DeliverAsync(SampleLetter.Ana("Cheap watches.", "spam@mail.example"), spam: "9.1");
        Assert.Equal(["letter", "spam"], letters.GetMeasurementSnapshot().Select(m => (string)m.Tags["class"]!));
        Assert.Equal(["forward refused", "ack sent"], mails.GetMeasurementSnapshot().Select(m => $"{m.Tags["kind"]} {m.Tags["outcome"]}"));
    }

    private static Task RecordAsync(World world) => world.Services.GetRequiredService<StationGauges>().RecordAsync(Cancellation);

    // Of this engine alone: others run beside it.
    private static MetricCollector<T> Collect<T>(IServiceProvider services, string instrument) where T : struct =>
        new(services.GetRequiredService<Instruments>(), Instruments.MeterName, instrument);

    private static IEnumerable<string> Depths(MetricCollector<long> depths) =>
        depths.GetMeasurementSnapshot().Select(m => $"{m.Tags["queue"]} {m.Value}").Order(StringComparer.Ordinal);
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Soundoff.Account;
using Soundoff.Functions;
using Soundoff.Hosting;
using Soundoff.Storage;
using Soundoff.Tests.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Functions;

/// <summary>What an instance does between its start and its end.</summary>
public sealed class StartAndStopTests(AzuriteFixture azurite)
{
    private const string Notes = "Night trains\nThey run again.\nThe text.\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_function_that_is_stopped_gives_its_message_back_and_another_instance_does_the_work()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        var app = new FunctionApp(world);
        await world.UploadAsync("rail/night.txt", Notes);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        // An exception is what gives a message back.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Make<EpisodeChanged>().Run(BlobEvent.Json("rail/night.txt"), stopped.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Make<ShowChanged>().Run("rail", stopped.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Make<LetterReceived>().Run("2026-03-01-0123456789abcdef0123456789abcdef", stopped.Token));
        await app.SettleAsync();
        Assert.Contains("Night trains", await world.ReadAsync("rail/night/index.html"));
    }

    [Fact]
    public async Task Warming_up_changes_nothing()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.Services.GetRequiredService<WarmUp>().RunAsync(Cancellation);
        Assert.Empty(await world.PathsAsync());
        Assert.Empty(await world.PathsAsync(Containers.Records));
    }

    [Fact]
    public async Task The_app_starts_and_stops_whether_or_not_storage_answers()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=Zm9v;BlobEndpoint=http://127.0.0.1:9/a;QueueEndpoint=http://127.0.0.1:9/a;TableEndpoint=http://127.0.0.1:9/a;",
            ["Site:BaseUrl"] = "https://radio.example/",
        });
        builder.Services.AddFunctionApp(builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync(Cancellation);
        var warming = Assert.Single(host.Services.GetServices<IHostedService>().OfType<WarmStart>()).ExecuteTask!;
        await host.StopAsync(Cancellation);
        // Stopped before it began it is cancelled, which is as good.
        await warming.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        Assert.False(warming.IsFaulted);
    }
}

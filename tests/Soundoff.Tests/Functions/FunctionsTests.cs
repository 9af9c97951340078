using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Soundoff.Account;
using Soundoff.Functions;
using Soundoff.Storage;
using Soundoff.Tests.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Functions;

public class FunctionsTests(AzuriteFixture azurite)
{
    private const string Notes = "Night trains\nThey run again.\nThe text.\n";

    [Fact]
    public async Task Every_function_is_made_from_what_the_engine_provides()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        var classes = DeclaredTrigger.Methods.Select(m => m.DeclaringType!).ToList();
        Assert.NotEmpty(classes);
        Assert.All(classes, type => ActivatorUtilities.CreateInstance(world.Services, type));
    }

    [Fact]
    public async Task An_upload_and_its_event_become_a_page()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/night.txt", Notes);
        await new FunctionApp(world).SettleAsync();
        Assert.Contains("Night trains", await world.ReadAsync("rail/night/index.html"));
    }

    [Fact]
    public async Task An_event_in_base64_is_read_like_a_plain_one()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.StoreAsync("rail/night.txt", Notes);
        await world.Account.Queue(Queues.EpisodeEvents).SendMessageAsync(
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(BlobEvent.Json("rail/night.txt"))), TestContext.Current.CancellationToken);
        await new FunctionApp(world).SettleAsync();
        Assert.Contains("Night trains", await world.ReadAsync("rail/night/index.html"));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("aGVsbG8=")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public async Task What_is_no_event_fails_with_what_was_expected_so_that_the_host_tries_again_and_then_poisons_it(string message)
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        var failure = await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(() => new FunctionApp(world).Make<EpisodeChanged>().Run(message, TestContext.Current.CancellationToken));
        Assert.Contains("Expected is what Event Grid writes", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("aGVsbG8=")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("2026-03-01")]
    [InlineData("2026-13-01-0123456789abcdef0123456789abcdef")]
    public async Task What_is_no_letters_id_fails_with_what_was_expected(string message)
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => new FunctionApp(world).Make<LetterReceived>().Run(message, TestContext.Current.CancellationToken));
        Assert.Contains("Expected is the id of a message that is kept", failure.Message, StringComparison.Ordinal);
    }

#if DEBUG
    [Fact]
    public async Task A_blob_found_by_polling_becomes_a_page()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        var app = new FunctionApp(world);
        await world.StoreAsync("rail/night.txt", Notes);
        await app.Make<EpisodeUploaded>().Run(world.Account.Container(Containers.Episodes).GetBlobClient("rail/night.txt"), TestContext.Current.CancellationToken);
        await app.SettleAsync();
        Assert.Contains("Night trains", await world.ReadAsync("rail/night/index.html"));
    }
#endif

    [Fact]
    public async Task An_upload_whose_event_was_lost_is_found_at_night()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        var app = new FunctionApp(world);
        await world.StoreAsync("rail/night.txt", Notes);
        await app.Make<Reconcile>().Run(new TimerInfo(), TestContext.Current.CancellationToken);
        await app.SettleAsync();
        Assert.Contains("Night trains", await world.ReadAsync("rail/night/index.html"));
    }

    [Fact]
    public async Task Health_is_good_while_storage_answers_and_nothing_is_poisoned()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        Assert.Equal(200, await HealthAsync(world));

        await world.Account.Queue(Queues.ShowUpdates + "-poison").SendMessageAsync("rail", TestContext.Current.CancellationToken);
        Assert.Equal(503, await HealthAsync(world));
    }

    [Fact]
    public async Task Health_is_bad_while_a_queue_is_missing()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.Account.Queue(Queues.EpisodeEvents).DeleteAsync(TestContext.Current.CancellationToken);
        Assert.Equal(503, await HealthAsync(world));
    }

    [Fact]
    public async Task Health_tells_details_of_every_queue_to_whoever_has_a_key()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.Account.Queue(Queues.Letters + "-poison").SendMessageAsync("one", TestContext.Current.CancellationToken);
        var answer = Assert.IsType<ObjectResult>(await new FunctionApp(world).Make<HealthDetail>().Run(new DefaultHttpContext().Request, TestContext.Current.CancellationToken));
        var health = Assert.IsType<Soundoff.Operations.Health>(answer.Value);
        Assert.Equal(503, answer.StatusCode);
        Assert.Equal([(Queues.EpisodeEvents, 0), (Queues.ShowUpdates, 0), (Queues.Letters, 1)], health.Queues.Select(queue => (queue.Name, queue.Poisoned)));
    }

    [Fact]
    public async Task Health_is_bad_while_work_waits_longer_than_a_quarter_of_an_hour()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/night.txt", Notes);
        await new FunctionApp(world).SettleAsync();
        await world.StoreAsync("rail/dawn.txt", Notes);
        await world.Services.GetRequiredService<Soundoff.Publishing.EpisodePublisher>().HandleAsync(BlobEvent.Parse(BlobEvent.Json("rail/dawn.txt")), TestContext.Current.CancellationToken);
        Assert.Equal(200, await HealthAsync(world));
        world.Clock.Now = world.Clock.Now.AddMinutes(16);
        Assert.Equal(503, await HealthAsync(world));
    }

    private static async Task<int?> HealthAsync(World world)
    {
        var request = new DefaultHttpContext().Request;
        var answer = await new FunctionApp(world).Make<Soundoff.Functions.Health>().Run(request, TestContext.Current.CancellationToken);
        return Assert.IsType<ObjectResult>(answer).StatusCode;
    }
}

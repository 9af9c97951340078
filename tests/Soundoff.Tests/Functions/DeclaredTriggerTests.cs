using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Soundoff.Cli.Local;
using Soundoff.Tests.Cli;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Functions;

public class DeclaredTriggerTests(AzuriteFixture azurite)
{
    [Fact]
    public void Every_function_is_called_by_what_the_design_says() => Assert.Equal(
        [
            new("Contact", "http", "get,head,post contact"),
            new("EpisodeChanged", "queue", "episode-events"),
#if DEBUG
            new("EpisodeUploaded", "blob", "episodes/{name}"),
#endif
            new("Health", "http", "get,head health"),
            new("HealthDetail", "http", "get health/detail"),
            new("LetterReceived", "queue", "letters"),
            new("MailDigest", "timer", "0 0 5 * * *"),
            new("MailEvents", "http", "post mail/events"),
            new("MailExpiry", "timer", "0 0 4 * * *"),
            new("Measure", "timer", "0 */5 * * * *"),
            new("ReceiveMail", "http", "post mail"),
            new("Reconcile", "timer", "0 30 3 * * *"),
            new("Review", "http", "get,head,post review/{token?}"),
            new("ReviewFile", "http", "get,head letter/{id}/{index:int}"),
            new("ReviewLetter", "http", "get,head,post letter"),
            new("ShowChanged", "queue", "show-updates"),
        ],
        DeclaredTrigger.All);

    [Fact]
    public void Details_of_health_are_told_to_whoever_has_a_function_key_and_to_nobody_else() =>
        Assert.Equal("Function", DeclaredTrigger.Property("HealthDetail", "authLevel"));

    [Fact]
    public void Serve_calls_the_same_handlers_by_the_same_queues_and_at_the_same_times() => Assert.Equal(
        DeclaredTrigger.All.Where(t => t.Kind is "queue" or "timer").Select(t => (t.Function, t.Source)),
        Soundoff.Cli.Local.Triggers.All.Select(t => (t.Function, t.Source)).OrderBy(t => t.Function, StringComparer.Ordinal));

    [Fact]
    public async Task Serve_answers_what_the_functions_of_the_mail_journey_answer()
    {
        var settings = new StationSettings { Port = CommandRun.FreePort(), ConnectionString = azurite.NewAccount() };
        await using var station = await LocalStation.StartAsync(settings, new RecordingStatus(), TestContext.Current.CancellationToken);
        var endpoints = station.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal));
        var served = endpoints.Select(endpoint => (
            endpoint.Metadata.GetMetadata<EndpointNameMetadata>()!.EndpointName,
            $"{string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods).ToLowerInvariant()} {endpoint.RoutePattern.RawText!["/api/".Length..]}"));
        // Health and its detail are for monitors of what runs in Azure.
        Assert.Equal(
            DeclaredTrigger.All.Where(t => t.Kind == "http" && t.Function is not ("Health" or "HealthDetail")).Select(t => (t.Function, t.Source)),
            served.OrderBy(endpoint => endpoint.EndpointName, StringComparer.Ordinal));
    }

    [Fact]
    public void The_host_hands_messages_on_as_they_are_and_gives_up_after_five_tries()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));
        var queues = host.RootElement.GetProperty("extensions").GetProperty("queues");
        Assert.Equal("none", queues.GetProperty("messageEncoding").GetString());
        Assert.Equal(5, queues.GetProperty("maxDequeueCount").GetInt32());
    }
}

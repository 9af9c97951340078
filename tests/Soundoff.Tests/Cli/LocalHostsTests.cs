using System.Net;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Soundoff.Account;
using Soundoff.Cli.Local;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Cli;

/// <summary>A page elsewhere whose name leads to this machine reads nothing of what <c>serve</c> has.</summary>
public sealed class LocalHostsTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_names_of_this_machine_and_those_given_are_answered_to()
    {
        var settings = new StationSettings { Port = CommandRun.FreePort(), ConnectionString = azurite.NewAccount(), Hosts = ["studio.lan"] };
        await using var station = await LocalStation.StartAsync(settings, new RecordingStatus(), Cancellation);
        using var http = new HttpClient { BaseAddress = settings.Address };

        foreach (var host in new[] { "localhost", "LOCALHOST", "127.0.0.1", "[::1]", "studio.lan" })
            foreach (var port in new[] { "", $":{settings.Port}" })
                Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, HttpMethod.Get, "_outbox", host + port)).Status);

        string[] strangers = ["evil.example", "localhost.evil.example", "evil.localhost", "localhost.", "127.0.0.1.nip.io", "127.0.0.2", "0.0.0.0"];
        (HttpMethod, string)[] endpoints =
        [
            (HttpMethod.Get, ""), (HttpMethod.Get, "_outbox"), (HttpMethod.Get, "_outbox/1"), (HttpMethod.Post, "api/mail"), (HttpMethod.Post, "api/mail/events"), (HttpMethod.Get, "api/contact"),
            (HttpMethod.Get, "api/review/x"), (HttpMethod.Post, "api/review/x"), (HttpMethod.Options, "feed.xml"), (HttpMethod.Get, "no/such/thing"),
        ];
        foreach (var host in strangers)
            foreach (var (method, path) in endpoints)
            {
                var (status, text) = await SendAsync(http, method, path, $"{host}:{settings.Port}");
                Assert.True(status == HttpStatusCode.MisdirectedRequest, $"{method} /{path} for {host} was answered with {status}.");
                Assert.Contains("--host", text, StringComparison.Ordinal);
            }
    }

    [Fact]
    public async Task What_the_cloud_serves_as_a_download_is_one_here()
    {
        var settings = new StationSettings { Port = CommandRun.FreePort(), ConnectionString = azurite.NewAccount() };
        await using var station = await LocalStation.StartAsync(settings, new RecordingStatus(), Cancellation);
        await station.Services.GetRequiredService<StorageAccount>().Container(Containers.Site).GetBlobClient("rail/night/page.html").UploadAsync(
            BinaryData.FromString("<script></script>"), new BlobUploadOptions { HttpHeaders = new() { ContentType = "application/octet-stream", ContentDisposition = "attachment" } }, Cancellation);
        using var http = new HttpClient { BaseAddress = settings.Address };
        using var answer = await http.GetAsync("rail/night/page.html", Cancellation);
        Assert.Equal(("application/octet-stream", "attachment"), (answer.Content.Headers.ContentType!.ToString(), answer.Content.Headers.ContentDisposition!.ToString()));
    }

    private static async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpClient http, HttpMethod method, string path, string host)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Host = host;
        using var answer = await http.SendAsync(request, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}

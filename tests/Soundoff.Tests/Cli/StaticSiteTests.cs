using System.Net;
using System.Net.Http.Headers;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Soundoff.Account;
using Soundoff.Cli.Local;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Cli;

public sealed class StaticSiteTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Text = "0123456789";

    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });
    private LocalStation _station = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var settings = new StationSettings { Port = CommandRun.FreePort(), ConnectionString = azurite.NewAccount() };
        // Nothing is begun: the site is all that is looked at here.
        _station = await LocalStation.StartAsync(settings, new RecordingStatus(), Cancellation);
        _http.BaseAddress = settings.Address;
        await PutAsync("radio/index.html", "text/html; charset=utf-8", "<h1>Home</h1>");
        await PutAsync("radio/one.mp3", "audio/mpeg", Text);
        await PutAsync("radio/one.vtt", "text/vtt; charset=utf-8", "WEBVTT");
        await PutAsync("radio/東京 nights/index.html", "text/html; charset=utf-8", "<h1>Tokyo</h1>");
        await PutAsync("404.html", "text/html; charset=utf-8", "<h1>Not here</h1>");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _station.DisposeAsync();
    }

    [Fact]
    public async Task A_folder_shows_its_index_with_type_and_caching_of_the_blob()
    {
        using var page = await _http.GetAsync("radio/", Cancellation);
        Assert.Equal("<h1>Home</h1>", await page.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=60", page.Headers.CacheControl!.ToString());
        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"), "A page is for its own site.");
        Assert.Equal("<h1>Tokyo</h1>", await _http.GetStringAsync("radio/東京 nights/", Cancellation));
    }

    [Fact]
    public async Task A_folder_without_its_slash_leads_to_the_one_with_it()
    {
        using var answer = await _http.GetAsync("radio?a=b", Cancellation);
        Assert.Equal((HttpStatusCode.Found, "/radio/?a=b"), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task What_is_not_there_shows_the_404_page_with_status_404()
    {
        using var answer = await _http.GetAsync("radio/nothing/", Cancellation);
        Assert.Equal((HttpStatusCode.NotFound, "<h1>Not here</h1>"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
        using var tricks = await _http.GetAsync("radio/%00/..%2f..%2fetc/passwd", Cancellation);
        Assert.True((int)tricks.StatusCode is >= 400 and < 500, $"A path trick was answered with {tricks.StatusCode}.");
    }

    [Theory]
    [InlineData("bytes=2-4", "234", "bytes 2-4/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=-2", "89", "bytes 8-9/10")]
    public async Task A_range_is_answered_with_that_part(string range, string part, string says)
    {
        using var answer = await SendAsync(HttpMethod.Get, "radio/one.mp3", request => request.Headers.Range = RangeHeaderValue.Parse(range));
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal((part, says), (await answer.Content.ReadAsStringAsync(Cancellation), answer.Content.Headers.ContentRange!.ToString()));
    }

    [Fact]
    public async Task A_range_beyond_the_end_is_refused_with_the_length()
    {
        using var answer = await SendAsync(HttpMethod.Get, "radio/one.mp3", request => request.Headers.Range = new(10, null));
        Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, "bytes */10"), (answer.StatusCode, answer.Content.Headers.ContentRange!.ToString()));
    }

    [Fact]
    public async Task Head_gives_the_headers_of_get_without_its_body()
    {
        using var answer = await SendAsync(HttpMethod.Head, "radio/one.mp3", _ => { });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((10, "audio/mpeg"), (answer.Content.Headers.ContentLength, answer.Content.Headers.ContentType!.ToString()));
        Assert.Contains("bytes", answer.Headers.AcceptRanges);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task What_the_asker_has_already_is_not_sent_again()
    {
        using var first = await _http.GetAsync("radio/one.mp3", Cancellation);
        using var byTag = await SendAsync(HttpMethod.Get, "radio/one.mp3", request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var byTime = await SendAsync(HttpMethod.Get, "radio/one.mp3", request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified);
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.NotModified), (byTag.StatusCode, byTime.StatusCode));

        await PutAsync("radio/one.mp3", "audio/mpeg", "changed");
        using var changed = await SendAsync(HttpMethod.Get, "radio/one.mp3", request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal("changed", await changed.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Players_of_other_sites_may_read_transcripts_and_nobody_may_write()
    {
        using var transcript = await _http.GetAsync("radio/one.vtt", Cancellation);
        Assert.Equal("*", Assert.Single(transcript.Headers.GetValues("Access-Control-Allow-Origin")));
        using var asked = await SendAsync(HttpMethod.Options, "radio/one.mp3", _ => { });
        Assert.Contains("Range", Assert.Single(asked.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
        using var written = await _http.PostAsync("radio/one.vtt", new StringContent("x"), Cancellation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, written.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage> prepare)
    {
        using var request = new HttpRequestMessage(method, path);
        prepare(request);
        return await _http.SendAsync(request, Cancellation);
    }

    private async Task PutAsync(string path, string type, string text) =>
        await _station.Services.GetRequiredService<StorageAccount>().Container(Containers.Site).GetBlobClient(path).UploadAsync(
            BinaryData.FromString(text), new BlobUploadOptions { HttpHeaders = new() { ContentType = type, CacheControl = "public, max-age=60" } }, Cancellation);
}

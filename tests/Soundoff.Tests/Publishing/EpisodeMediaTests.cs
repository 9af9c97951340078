using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Soundoff.Account;
using Soundoff.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

/// <summary>How what lies beside an episode's page is served.</summary>
public sealed class EpisodeMediaTests(AzuriteFixture azurite)
{
    private const string Page = "<script>alert(document.domain)</script>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("page.html")]
    [InlineData("page.HTM")]
    [InlineData("page.xhtml")]
    [InlineData("drawing.svg")]
    [InlineData("code.js")]
    [InlineData("code.mjs")]
    [InlineData("feed.xml")]
    [InlineData("style.css")]
    [InlineData("page")]
    [InlineData("deep/er/page.html")]
    public async Task What_could_run_on_the_site_is_saved_instead(string name)
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        var served = await ServedAsync(world, name);
        Assert.Equal(("application/octet-stream", "attachment"), (served.ContentType, served.ContentDisposition));
    }

    [Theory]
    [InlineData("map.pdf", "application/pdf")]
    [InlineData("map of the quay.png", "image/png")]
    [InlineData("list.txt", "text/plain; charset=utf-8")]
    public async Task What_browsers_only_show_is_shown(string name, string type)
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        var served = await ServedAsync(world, name);
        Assert.Equal((type, ""), (served.ContentType, served.ContentDisposition ?? ""));
    }

    [Fact]
    public async Task A_station_that_trusts_its_publishers_shows_their_pages_and_one_that_no_longer_does_saves_them()
    {
        var account = azurite.NewAccount();
        var trusting = await World.CreateAsync(account, trustPublishers: true);
        Assert.Equal("text/html; charset=utf-8", (await ServedAsync(trusting, "page.html")).ContentType);
        await trusting.Services.DisposeAsync();

        await using var wary = await World.CreateAsync(account);
        await wary.Services.GetRequiredService<Reconciler>().RunAsync(Cancellation);
        await wary.SettleAsync();
        Assert.Equal("application/octet-stream", (await PropertiesAsync(wary, "page.html")).ContentType);
    }

    [Fact]
    public async Task Other_formats_of_a_recording_and_of_a_transcript_are_offered_beside_what_was_uploaded()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.StoreAsync("rail/night.mp3", Recordings.Mp3());
        await world.StoreAsync("rail/night.opus", await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "audio", "picture.opus"), Cancellation));
        await world.StoreAsync("rail/night.flac", "no recording");
        await world.StoreAsync("rail/night.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ana>The train stands.\n");
        await world.UploadAsync("rail/night.md", "---\ntitle: Night trains\ndate: 2026-02-03\n---\nThey run again.\n");
        await world.SettleAsync();

        var feed = (await world.ReadAsync("rail/feed.xml"))!;
        Assert.Matches("<enclosure url=\"https://radio.example/rail/night-[0-9a-f]{12}.mp3\"", feed);
        Assert.Matches("<podcast:alternateEnclosure type=\"audio/ogg\" length=\"[0-9]+\" bitrate=\"[0-9]+\" title=\"OPUS\" codecs=\"opus\">\\s+<podcast:source uri=\"https://radio.example/rail/night-[0-9a-f]{12}.opus\"", feed);
        Assert.DoesNotContain(".flac", feed);
        var paths = await world.PathsAsync();
        foreach (var ending in new[] { ".opus", ".vtt", ".srt", ".json", ".html", ".txt" })
        {
            var path = Assert.Single(paths, p => p.StartsWith("rail/night-", StringComparison.Ordinal) && p.EndsWith(ending, StringComparison.Ordinal));
            Assert.Contains("https://radio.example/" + path, feed);
        }

        Assert.Contains("<cite>Ana:</cite>", await world.ReadAsync(paths.Single(p => p.EndsWith(".html", StringComparison.Ordinal) && p.StartsWith("rail/night-", StringComparison.Ordinal))));
    }

    private static async Task<BlobProperties> ServedAsync(World world, string name)
    {
        await world.StoreAsync("rail/night/" + name, Page);
        await world.UploadAsync("rail/night/index.md", "---\ntitle: Night trains\ndate: 2026-02-03\n---\nThey run again.\n");
        await world.SettleAsync();
        return await PropertiesAsync(world, name);
    }

    private static async Task<BlobProperties> PropertiesAsync(World world, string name) =>
        await world.Account.Container(Containers.Site).GetBlobClient("rail/night/" + name).GetPropertiesAsync(cancellationToken: Cancellation);
}

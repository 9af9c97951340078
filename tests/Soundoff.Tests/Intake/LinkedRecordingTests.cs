using Soundoff.Episodes;
using Soundoff.Intake;
using Soundoff.Problems;
using Soundoff.Tests.Cli;
using Soundoff.Tests.Cli.Import;
using Soundoff.Uploads;
using Soundoff.Web;

namespace Soundoff.Tests.Intake;

public sealed class LinkedRecordingTests(FeedServer server) : IClassFixture<FeedServer>, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Fetcher _fetcher = new(inner: true, TimeProvider.System, TimeSpan.FromMilliseconds(1));

    public void Dispose()
    {
        _fetcher.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_address_alone_is_looked_up_in_a_few_ranges()
    {
        var reading = await ReadAsync($"audio: {server.Address}audio/tagged-v24.mp3", _fetcher);
        Assert.Empty(reading.Problems);
        Assert.Equal((server.Address + "audio/tagged-v24.mp3", "audio/mpeg", 17464), (reading.Linked!.Path, reading.Linked.Type, reading.Linked.Length));
        Assert.InRange(reading.Facts.Audio!.Duration!.Value.TotalSeconds, 3.9, 4.2);
    }

    [Fact]
    public async Task What_is_said_of_it_is_believed_and_nothing_is_fetched()
    {
        var reading = await ReadAsync("audio: { url: https://nowhere.invalid/a.mp3, length: 1000, type: audio/mpeg, duration: 00:01:30 }", null);
        Assert.Empty(reading.Problems);
        Assert.Equal(("https://nowhere.invalid/a.mp3", 1000L, TimeSpan.FromSeconds(90)), (reading.Linked!.Path, reading.Linked.Length, reading.Facts.Audio!.Duration!.Value));
    }

    [Theory]
    [InlineData("gone/a.mp3", "answers 404")]
    [InlineData("signin/a.mp3", "is a page")]
    public async Task What_is_no_recording_is_told_at_its_field(string path, string words)
    {
        var reading = await ReadAsync($"audio: {server.Address}{path}", _fetcher);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((Severity.Error, "audio", "one.md"), (problem.Severity, problem.Field, problem.File));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    private Task<EpisodeReading> ReadAsync(string field, Fetcher? fetcher)
    {
        var uploads = new FolderUploads(new Dictionary<string, string> { ["radio/one.md"] = _folder.Write("radio/one.md", $"---\ntitle: One\n{field}\n---\nText.") });
        var id = new EpisodeId("radio", "one");
        return ReadAsync(uploads, id, fetcher);
    }

    private static async Task<EpisodeReading> ReadAsync(FolderUploads uploads, EpisodeId id, Fetcher? fetcher) =>
        await new EpisodeReader(uploads, fetcher).ReadAsync(id, await uploads.ListAsync(id, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
}

using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Intake;
using Soundoff.Notes;
using Soundoff.Problems;
using Soundoff.Shows;

namespace Soundoff.Tests.Feeds.Podcasting;

/// <summary>A show as its publisher writes it, with the feed that comes of it.</summary>
internal sealed class WrittenShow
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 18, 30, 0, TimeSpan.Zero);

    private readonly List<Problem> problems = [];

    public WrittenShow(string yaml, string name = "night")
    {
        var read = ShowFile.Read("show.yaml", yaml, name);
        problems.AddRange(read.Problems);
        Show = read.Value! with { Guid = read.Value!.Guid is { Length: > 0 } guid ? guid : PodcastGuid.For(SampleShow.Urls.Feed(name)) };
    }

    public Show Show { get; }

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>An episode of notes in Markdown.</summary>
    public Episode Episode(string slug, string notes, bool heard = true)
    {
        var read = MarkdownNotes.Read($"{slug}.md", notes);
        problems.AddRange(read.Problems);
        var facts = read.Value! with { Audio = heard ? new() { Format = "mp3", Duration = TimeSpan.FromSeconds(1802) } : null };
        return EpisodeFactory.Make(new()
        {
            Show = Show.Name,
            Slug = slug,
            Key = slug,
            Guid = facts.Guid ?? EpisodeGuid.For(Show.Guid, slug),
            FirstPublished = new(2026, 3, 1, 18, 0, 0, TimeSpan.Zero),
            Facts = facts,
            Audio = heard ? new() { Path = $"{Show.Name}/{slug}-0123456789ab.mp3", Type = "audio/mpeg", Length = 28_832_000 } : null,
            Chapters = facts.Chapters.Count > 0 ? new() { Path = $"{Show.Name}/{slug}-cccccccccccc.chapters.json", Type = "application/json+chapters", Length = 90 } : null,
            Transcripts = heard ? [.. Transcripts(slug)] : [],
        }, Show);
    }

    public Task<string> RssAsync(params Episode[] episodes) =>
        SampleShow.RssAsync(Show, FeedPage.Newest(null) with { Live = [.. Show.Live.Select(item => (item, item.StatusAt(Now)))] }, episodes);

    private IEnumerable<PublicFile> Transcripts(string slug) =>
        from type in new[] { (".vtt", "text/vtt"), (".srt", "application/x-subrip"), (".json", "application/json"), (".html", "text/html"), (".txt", "text/plain") }
        select new PublicFile { Path = $"{Show.Name}/{slug}-dddddddddddd{type.Item1}", Type = type.Item2, Length = 512 };
}

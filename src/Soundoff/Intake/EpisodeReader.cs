using Soundoff.Artwork;
using Soundoff.Audio;
using Soundoff.Chapters;
using Soundoff.Episodes;
using Soundoff.Files;
using Soundoff.Limits;
using Soundoff.Notes;
using Soundoff.Problems;
using Soundoff.Transcripts;
using Soundoff.Uploads;
using Soundoff.Web;

namespace Soundoff.Intake;

/// <summary>
/// Reads an episode's uploads. Facts merge in this order: front matter, sidecar files, audio tags, what the article's text
/// says, the file's name.
/// </summary>
/// <param name="uploads">The files.</param>
/// <param name="fetcher">Looks up recordings that lie elsewhere; null where nothing is fetched.</param>
public sealed class EpisodeReader(IUploads uploads, Fetcher? fetcher = null)
{
    /// <summary>Bytes of a text file at most; a longer one is no show notes.</summary>
    public const int LongestText = 8 * 1024 * 1024;

    private const int MostExtras = 100;
    private const int LargestPicture = 16 * 1024 * 1024;

    /// <summary>How long reading an episode may take before that is a problem of the file that was read last.</summary>
    internal TimeSpan Longest { get; init; } = ReadingTime.OfUploads;

    /// <summary>Reads what the files hold now.</summary>
    /// <exception cref="IOException">A file could not be read; try again.</exception>
    public Task<EpisodeReading> ReadAsync(EpisodeId episode, IReadOnlyList<UploadedFile> files, CancellationToken cancellation)
    {
        var watched = new WatchedUploads(uploads);
        return ReadingTime.LimitAsync(
            Longest,
            time => new EpisodeReader(watched, fetcher).ReadFilesAsync(episode, files, time),
            () => new() { Facts = new(), Problems = [watched.TookTooLong(episode.Key)] },
            cancellation);
    }

    private async Task<EpisodeReading> ReadFilesAsync(EpisodeId episode, IReadOnlyList<UploadedFile> files, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        problems.AddRange(files.Where(f => f.Path.Role == UploadRole.Unknown).Select(f => UnreadKinds.Of(f.Name, f.Path.Extension)));

        var notes = Single(files, UploadRole.Notes, problems);
        var recordings = Recordings(files);
        var recording = recordings.FirstOrDefault();
        var artwork = Single(files, UploadRole.Artwork, problems);
        var marks = Single(files, UploadRole.Chapters, problems);

        var written = notes is null ? new Reading<WrittenNotes>(null, []) : await NotesAsync(notes, files, cancellation);
        problems.AddRange(written.Problems);
        var audio = recording is null ? new Reading<AudioFacts>(null, []) : await AudioProbe.ReadAsync(uploads.Open(recording), recording.Name, cancellation);
        problems.AddRange(audio.Problems);
        var others = audio.Value is null ? [] : await OthersAsync(recordings.Skip(1), problems, cancellation);
        var chapters = marks is null ? new Reading<ChapterList>(null, []) : await ChaptersAsync(marks, audio.Value?.End, cancellation);
        problems.AddRange(chapters.Problems);
        var transcripts = await TranscriptsAsync(files, problems, cancellation);

        var picture = artwork is not null ? await ArtworkAsync(artwork, problems, cancellation) : Embedded(recording, audio.Value?.Picture, problems, cancellation);

        if (notes is null && recording is null)
            problems.Add(Problem.Error(episode.Key, "There is neither a recording nor a text, so there is nothing to publish.", "Upload an audio file, or notes as .md, .txt or .html."));

        var sidecars = new EpisodeFacts { Chapters = chapters.Value?.Chapters ?? [], Transcripts = [.. transcripts.Select(t => t.Transcript)] };
        var facts = (written.Value?.Stated ?? new())
            .Over(sidecars)
            .Over(AudioTags.Facts(audio.Value))
            .Over(written.Value?.Whole ?? new())
            .Over(AudioTags.Notes(audio.Value))
            .Over(KeyFacts.Of(episode.Key));

        var linked = recording is null && facts.Linked is { } elsewhere ? await LinkedRecording.ReadAsync(elsewhere, notes?.Name ?? episode.Key, fetcher, cancellation) : new(null, []);
        problems.AddRange(linked.Problems);
        return new()
        {
            Facts = linked.Value is { } known ? facts with { Audio = known.Facts } : facts,
            NotesName = notes?.Name ?? (files is [var first, ..] ? first.Name : episode.Key),
            FieldLines = written.Value?.FieldLines ?? new Dictionary<string, int>(),
            Problems = problems,
            Audio = audio.Value is null ? null : recording,
            Linked = linked.Value?.File,
            OtherRecordings = others,
            ArtworkFile = artwork,
            Artwork = picture,
            Transcripts = transcripts,
            Extras = Extras(files, problems),
        };
    }

    private async Task<Reading<WrittenNotes>> NotesAsync(UploadedFile file, IReadOnlyList<UploadedFile> files, CancellationToken cancellation)
    {
        var text = await TextAsync(file, cancellation);
        if (text.Value is null) return new(null, text.Problems);
        var whole = file.Path.Extension switch
        {
            ".md" => MarkdownNotes.Read(file.Name, text.Value),
            ".html" => HtmlNotes.Read(file.Name, text.Value),
            _ => PlainArticle.Read(file.Name, text.Value),
        };
        var stated = FrontMatter.Read(file.Name, text.Value).Value ?? new();
        var missing = whole.Value?.BodyHtml is { } body ? NamedFiles.Missing(file, body, files, text.Value) : [];
        return new(new WrittenNotes(stated, whole.Value ?? stated, FrontMatter.Lines(text.Value)), [.. text.Problems, .. whole.Problems, .. missing]);
    }

    private async Task<Reading<ChapterList>> ChaptersAsync(UploadedFile file, AudioEnd? end, CancellationToken cancellation)
    {
        var text = await TextAsync(file, cancellation);
        if (text.Value is null) return new(null, text.Problems);
        var chapters = file.Path.Extension == ".json" ? ChaptersJson.Read(file.Name, text.Value, end) : ChaptersText.Read(file.Name, text.Value, end);
        return new(chapters.Value, [.. text.Problems, .. chapters.Problems]);
    }

    private async Task<List<ReadTranscript>> TranscriptsAsync(IReadOnlyList<UploadedFile> files, List<Problem> problems, CancellationToken cancellation)
    {
        var read = new List<ReadTranscript>();
        foreach (var file in files.Where(f => f.Path.Role == UploadRole.Transcript))
        {
            if (TooLong(file) is { } tooLong)
            {
                problems.Add(tooLong);
                continue;
            }

            var bytes = await uploads.Open(file).ReadAsync(0, (int)file.Length, cancellation);
            var text = TextFile.Decode(file.Name, bytes);
            problems.AddRange(text.Problems);
            if (text.Value is null) continue;
            var transcript = TranscriptFile.Read(file.Name, text.Value, file.Path.Language);
            problems.AddRange(transcript.Problems);
            if (transcript.Value is { } value) read.Add(new(file, value, ServedTranscript.Of(file.Path.Extension, bytes.Span, text.Value, value, transcript.Problems.Count == 0)));
        }

        return read;
    }

    private async Task<PreparedImage?> ArtworkAsync(UploadedFile file, List<Problem> problems, CancellationToken cancellation)
    {
        // A byte more than allowed is enough for the artwork's own check to refuse it.
        var bytes = await uploads.Open(file).ReadAsync(0, (int)Math.Min(file.Length, LargestPicture + 1), cancellation);
        var art = EpisodeArt.Prepare(file.Name, bytes, cancellation);
        problems.AddRange(art.Problems);
        return art.Value;
    }

    // Nobody looks at the picture inside a recording before uploading it: a bad one only means that the show's cover stands in.
    private static PreparedImage? Embedded(UploadedFile? recording, EmbeddedPicture? picture, List<Problem> problems, CancellationToken cancellation)
    {
        if (recording is null || picture is null) return null;
        var art = EpisodeArt.Prepare(recording.Name, picture.Bytes, cancellation);
        problems.AddRange(art.Problems.Where(p => p.Severity == Severity.Error).Select(p => p with { Severity = Severity.Warning, Field = "picture" }));
        return art.Value;
    }

    private async Task<Reading<string>> TextAsync(UploadedFile file, CancellationToken cancellation)
    {
        if (TooLong(file) is { } tooLong) return tooLong;
        return TextFile.Decode(file.Name, await uploads.Open(file).ReadAsync(0, (int)file.Length, cancellation));
    }

    private static Problem? TooLong(UploadedFile file) => file.Length > LongestText
        ? Problem.Error(file.Name, $"The file has {file.Length:N0} bytes; a text may have {LongestText:N0}.", "Shorten it, or check that it is the right file.")
        : null;

    // The one that plays everywhere is the enclosure; the others are offered beside it.
    private static List<UploadedFile> Recordings(IReadOnlyList<UploadedFile> files) =>
        [.. files.Where(f => f.Path.Role == UploadRole.Audio).OrderBy(f => f.Path.Extension switch { ".mp3" => 0, ".m4a" => 1, _ => 2 })];

    private async Task<IReadOnlyList<OtherRecording>> OthersAsync(IEnumerable<UploadedFile> files, List<Problem> problems, CancellationToken cancellation)
    {
        var others = new List<OtherRecording>();
        foreach (var file in files)
        {
            // What is wrong with it keeps it back, and nothing else: the episode has its enclosure.
            var audio = await AudioProbe.ReadAsync(uploads.Open(file), file.Name, cancellation);
            problems.AddRange(audio.Problems.Select(p => p with { Severity = Severity.Warning }));
            if (audio.Value is { } facts) others.Add(new(file, facts.BitRate));
        }

        return others;
    }

    private static UploadedFile? Single(IReadOnlyList<UploadedFile> files, UploadRole role, List<Problem> problems)
    {
        // The most telling one first: Markdown states its fields, a page has at least a structure.
        var all = files.Where(f => f.Path.Role == role).OrderBy(f => f.Path.Extension switch { ".md" or ".json" => 0, ".html" => 1, _ => 2 }).ToList();
        problems.AddRange(all.Skip(1).Select(f => Problem.Warning(f.Name, $"The episode has more than one {Word(role)}; {all[0].Name} is used.", $"Remove {f.Name}, or rename it if it is another episode's.")));
        return all.FirstOrDefault();
    }

    private static IReadOnlyList<UploadedFile> Extras(IReadOnlyList<UploadedFile> files, List<Problem> problems)
    {
        var extras = files.Where(f => f.Path.Role == UploadRole.Extra).ToList();
        if (extras.Count > MostExtras)
            problems.Add(Problem.Warning(extras[MostExtras].Name, $"There are {extras.Count} files to be published beside the page; {MostExtras} are the most, so this one and those after it are left out.", "Put them into an archive, or link to where they are."));
        return [.. extras.Take(MostExtras)];
    }

    private static string Word(UploadRole role) => role switch
    {
        UploadRole.Notes => "text",
        UploadRole.Artwork => "artwork",
        _ => "list of chapters",
    };
}

using Soundoff.Intake;
using Soundoff.Shows;
using Soundoff.Telemetry;

namespace Soundoff.Publishing;

/// <summary>An episode as its files say, and what is decided about it.</summary>
/// <param name="Look">Where its files were found.</param>
/// <param name="Show">Its show.</param>
/// <param name="Reading">What the files say.</param>
/// <param name="Decision">What is decided once.</param>
public sealed record EpisodeDraft(EpisodeLook Look, Show Show, EpisodeReading Reading, Decision Decision);

/// <summary>Reads an episode's files and decides what is decided once.</summary>
public sealed class EpisodeDrafts(EpisodeReader reader, Decisions decisions)
{
    /// <exception cref="IOException">A file could not be read; try again.</exception>
    public async Task<EpisodeDraft> ReadAsync(EpisodeLook look, Show show, CancellationToken cancellation)
    {
        var reading = await Tracing.StepAsync(Spans.ReadUploads, span =>
        {
            span?.SetTag(Tags.Files, look.Files.Count);
            return reader.ReadAsync(look.Id, look.Files, cancellation);
        });
        var decision = await decisions.DecideAsync(look.Id, look.Slug, look.Old, reading.Facts, show, look.Fingerprint, look.Notes, cancellation);
        return new(look, show, reading, decision with { Uploaded = look.WaitedSince });
    }
}

using Soundoff.Account;
using Soundoff.Storage;
using Soundoff.Telemetry;
using Soundoff.Uploads;

namespace Soundoff.Publishing;

/// <summary>The reading half: an event says that something changed, and whatever it is about is looked at.</summary>
public sealed class EpisodePublisher(EpisodeJourney episodes, ShowPublisher shows, UnusableNames unusable, IUploads uploads, Instruments instruments, TimeProvider clock)
{
    private const int Tries = 10;

    /// <summary>Handles an event: of an episode's file, of one of the show's own, or of one that is no show's. Other events are passed over.</summary>
    /// <exception cref="ConflictException">Others kept changing the same episode; the event must be handled again.</exception>
    public Task HandleAsync(BlobEvent blobEvent, CancellationToken cancellation)
    {
        if (blobEvent.Time is { } time) instruments.Handled(Queues.EpisodeEvents, clock.GetUtcNow() - time);
        return Tracing.HandleAsync(Spans.ReceiveEvent, blobEvent.Trace, span =>
        {
            var upload = blobEvent.Upload;
            span?.SetTag(Tags.Show, upload?.Show).SetTag(Tags.Episode, upload?.Episode is { } episode ? Addresses.SlugOf(episode.Key) : null);
            return LookAsync(blobEvent, cancellation);
        });
    }

    private async Task LookAsync(BlobEvent blobEvent, CancellationToken cancellation)
    {
        if (blobEvent.Path is not { } path) return;
        if (blobEvent.Upload is not { } upload)
        {
            await unusable.ReportAsync(path, cancellation);
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (upload.IsShowsOwn) await shows.PublishAsync(upload.Show, cancellation);
                foreach (var episode in await uploads.ConcernedAsync(upload, cancellation)) await episodes.RunAsync(episode, path, attempt > 1, cancellation);
                return;
            }
            catch (ConflictException) when (attempt < Tries)
            {
                // Somebody was faster: look again.
            }
        }
    }
}

using Microsoft.Extensions.DependencyInjection;
using Soundoff.Mail;
using Soundoff.Notes;
using Soundoff.Pages;
using Soundoff.Publishing;
using Soundoff.Publishing.Rendering;
using Soundoff.Storage;
using Soundoff.Telemetry;

namespace Soundoff.Hosting;

/// <summary>
/// Does ahead what the first message of a process would wait for: a token and a connection to storage, and the first use of what reads notes and makes pages. Changes nothing.
/// </summary>
public sealed class WarmUp(IServiceProvider services)
{
    // Who handles messages; each is made with all that it needs.
    private static readonly Type[] Handlers = [typeof(EpisodePublisher), typeof(ShowRenderer), typeof(LetterReceiver)];

    /// <summary>Does it.</summary>
    /// <exception cref="Azure.RequestFailedException">Storage does not answer: whoever has work to do will tell.</exception>
    public Task RunAsync(CancellationToken cancellation) => Tracing.StepAsync(Spans.WarmUp, async _ =>
    {
        var asked = services.GetRequiredService<Records>().ShowsAsync(cancellation);
        // Meanwhile: the answer takes the network's time, this takes the processor's.
        foreach (var handler in Handlers) services.GetRequiredService(handler);
        MarkdownNotes.Read("warm.md", "---\ntitle: Warm\n---\n# Warm\n\nWords, and [a link](https://radio.example/).\n");
        services.GetRequiredService<PageRenderer>().NotFound([]);
        await asked;
    });
}

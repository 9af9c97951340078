using System.Collections.Concurrent;
using Soundoff.Cli.Local;
using Soundoff.Publishing;

namespace Soundoff.Cli.Demo;

/// <summary>Passes everything on to the lines on the screen, and remembers what became of each episode.</summary>
internal sealed class DemoStatus(IStatus lines) : IStatus
{
    private readonly ConcurrentDictionary<(string Show, string Slug), Report> _last = new();

    /// <summary>What became of an episode; null while nothing has.</summary>
    public Report? Of(DemoEpisode episode) => _last.GetValueOrDefault((episode.Show, episode.Slug));

    /// <summary>An upload that was refused, which the demo's own never should be.</summary>
    public Report? Refused => _last.Values.FirstOrDefault(report => report.Outcome == Outcome.Refused);

    /// <summary>True when every episode has come to its end.</summary>
    public bool AllReported => DemoEpisode.All.All(episode => Of(episode)?.Outcome == (episode.Scheduled ? Outcome.Scheduled : Outcome.Published));

    public void Reported(Report report)
    {
        _last[(report.Show, report.Slug)] = report;
        lines.Reported(report);
    }

    public void Failed(FailedTry failed) => lines.Failed(failed);

    public void Warn(string sentence) => lines.Warn(sentence);
}

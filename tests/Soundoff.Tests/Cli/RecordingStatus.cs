using System.Collections.Concurrent;
using Soundoff.Cli.Local;
using Soundoff.Publishing;

namespace Soundoff.Tests.Cli;

/// <summary>Remembers what a local run says.</summary>
internal sealed class RecordingStatus : IStatus
{
    public ConcurrentQueue<Report> Reports { get; } = new();
    public ConcurrentQueue<FailedTry> Failures { get; } = new();
    public ConcurrentQueue<string> Notes { get; } = new();

    public void Reported(Report report) => Reports.Enqueue(report);

    public void Failed(FailedTry failed) => Failures.Enqueue(failed);

    public void Warn(string sentence) => Notes.Enqueue(sentence);
}

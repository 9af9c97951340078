using Soundoff.Publishing;

namespace Soundoff.Cli.Local;

/// <summary>Hears what happens in a local run: the lines of <c>serve</c>, or what a test listens to.</summary>
public interface IStatus
{
    /// <summary>An upload came to its end: for a published one, its page is rewritten already.</summary>
    void Reported(Report report);

    /// <summary>A try of a message failed.</summary>
    void Failed(FailedTry failed);

    /// <summary>Something that needs no action at once.</summary>
    void Warn(string sentence);
}

namespace Soundoff.Cli;

/// <summary>The machine lacks what the command needs: Node.js, a free port, storage that answers. The message ends with how to mend it.</summary>
/// <param name="message">What is missing, as one sentence.</param>
/// <param name="mend">What to do about it, as one sentence.</param>
/// <param name="cause">What was thrown, if anything.</param>
public sealed class CannotRunException(string message, string mend, Exception? cause = null) : Exception($"{message} {mend}", cause)
{
    /// <summary>What to do about it.</summary>
    public string Mend { get; } = mend;
}

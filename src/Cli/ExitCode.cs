namespace Soundoff.Cli;

/// <summary>What the process tells those who started it.</summary>
public static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Good = 0;

    /// <summary>Something would not be published, or was not; or something is to be mended.</summary>
    public const int NotPublished = 1;

    /// <summary>The command was not understood, or a path does not exist.</summary>
    public const int Misused = 2;

    /// <summary>The machine lacks what the command needs (<see cref="CannotRunException"/>).</summary>
    public const int CannotRun = 3;
}

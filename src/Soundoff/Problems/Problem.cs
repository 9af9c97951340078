namespace Soundoff.Problems;

/// <summary>How much a <see cref="Problem"/> matters.</summary>
public enum Severity
{
    /// <summary>Published all the same; better mended.</summary>
    Warning,

    /// <summary>Stops publication; the last good page and feed stay live.</summary>
    Error,
}

/// <summary>Something a publisher should know about an upload: bad input is a value, never an exception.</summary>
/// <param name="File">The file as the publisher named it, below the show's folder.</param>
/// <param name="Line">The line it stands on, from 1; null where lines mean nothing.</param>
/// <param name="Field">The field of front matter, show.yaml or a tag; null when the whole file is meant.</param>
/// <param name="Severity">Whether publication stops.</param>
/// <param name="Message">What is wrong, as one sentence.</param>
/// <param name="Mend">What to do about it, as one sentence.</param>
public sealed record Problem(string File, int? Line, string? Field, Severity Severity, string Message, string Mend)
{
    /// <summary>A problem that stops publication.</summary>
    public static Problem Error(string file, string message, string mend, string? field = null, int? line = null) =>
        new(file, line, field, Severity.Error, message, mend);

    /// <summary>A problem that does not stop publication.</summary>
    public static Problem Warning(string file, string message, string mend, string? field = null, int? line = null) =>
        new(file, line, field, Severity.Warning, message, mend);
}

/// <summary>What reading something gave: a value where there is one, and the problems found on the way.</summary>
/// <param name="Value">What was read; null when nothing useful could be.</param>
/// <param name="Problems">In the order they were found.</param>
public sealed record Reading<T>(T? Value, IReadOnlyList<Problem> Problems) where T : class
{
    /// <summary>A value without problems.</summary>
    public static implicit operator Reading<T>(T value) => new(value, []);

    /// <summary>No value, for one reason.</summary>
    public static implicit operator Reading<T>(Problem problem) => new(null, [problem]);
}

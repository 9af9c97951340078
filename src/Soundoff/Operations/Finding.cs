namespace Soundoff.Operations;

/// <summary>How something was found.</summary>
public enum Verdict
{
    /// <summary>As it must be.</summary>
    Good,

    /// <summary>It works, and would be better otherwise.</summary>
    Hint,

    /// <summary>It must be mended.</summary>
    Wrong,

    /// <summary>It cannot be seen from here.</summary>
    Unknown,
}

/// <summary>Something that was looked at.</summary>
/// <param name="Area">What it belongs to, in a word or two.</param>
/// <param name="Verdict">How it was found.</param>
/// <param name="What">What was found, as one sentence.</param>
/// <param name="Mend">What to do about it, as one sentence; null where nothing is to be done.</param>
public sealed record Finding(string Area, Verdict Verdict, string What, string? Mend = null);

using System.Text.RegularExpressions;

namespace Soundoff.Limits;

/// <summary>
/// What every pattern over text that is not ours is made with. A backtracking pattern can take a time that doubles with every character; a linear one
/// cannot. The time limit is there for the day when that is believed wrongly.
/// </summary>
public static class Patterns
{
    /// <summary>Matches in a time that grows with the length of the text alone. Such a pattern has no lookaround, no atomic group and no back reference.</summary>
    public const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary><see cref="Linear"/>, with capitals and small letters alike.</summary>
    public const RegexOptions LinearAnyCase = Linear | RegexOptions.IgnoreCase;

    /// <summary>
    /// Milliseconds that one match may take before <see cref="RegexMatchTimeoutException"/>. The clock on the wall counts, not the processor: a linear
    /// pattern takes a hundredth of it for a megabyte, so that a busy machine alone hardly reaches it.
    /// </summary>
    public const int TimeLimit = 20_000;
}

/// <summary>Marks a pattern that backtracks and is linear all the same.</summary>
/// <param name="because">Why that is so, as one sentence.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProvedLinearAttribute(string because) : Attribute
{
    /// <summary>Why that is so.</summary>
    public string Because { get; } = because;
}

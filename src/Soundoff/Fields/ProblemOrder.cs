using Soundoff.Problems;

namespace Soundoff.Fields;

/// <summary>Problems in the order in which a publisher meets them in the file.</summary>
internal static class ProblemOrder
{
    /// <summary>Sorts by line, keeping the order of those on one line.</summary>
    public static void SortByLine(this List<Problem> problems)
    {
        var sorted = problems.OrderBy(p => p.Line ?? 0).ToList();
        problems.Clear();
        problems.AddRange(sorted);
    }
}

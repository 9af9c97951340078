using Soundoff.Problems;

namespace Soundoff.Chapters;

/// <summary>Collects the warnings about one file; of a file that is wrong throughout it keeps the first few and a count.</summary>
/// <param name="file">The file as the publisher named it.</param>
internal sealed class FileProblems(string file)
{
    private const int Most = 20;

    private readonly List<Problem> problems = [];
    private int more;

    public string File => file;

    public void Warn(string message, string mend, int? line = null, string? field = null)
    {
        if (problems.Count < Most) problems.Add(Problem.Warning(file, message, mend, field, line));
        else more++;
    }

    /// <summary>All of them, in the order they were found.</summary>
    public IReadOnlyList<Problem> All() => more == 0
        ? problems
        : [.. problems, Problem.Warning(file, $"{more} more places of this kind were passed over.", "Mend the ones above and check the file again.")];

    /// <summary>What was found so far, and no value for this reason.</summary>
    public Reading<T> Fail<T>(string message, string mend, int? line = null, string? field = null) where T : class =>
        new(null, [.. All(), Problem.Error(file, message, mend, field, line)]);
}

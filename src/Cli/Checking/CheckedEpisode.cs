using Soundoff.Audio;
using Soundoff.Episodes;
using Soundoff.Problems;
using Soundoff.Shows;

namespace Soundoff.Cli.Checking;

/// <summary>An episode as it would be published, and what is wrong with it.</summary>
/// <param name="Key">The name that its files share.</param>
/// <param name="Episode">With the show's defaults.</param>
/// <param name="Date">As written, in the show's time zone; null when the day of publication would be its date.</param>
/// <param name="Draft">Whether it says of itself that it is a draft.</param>
/// <param name="Audio">What the recording says of itself; null without one that could be read.</param>
/// <param name="Problems">Its own, and those of the settings it takes its defaults from.</param>
public sealed record CheckedEpisode(string Key, Episode Episode, DateTimeOffset? Date, bool Draft, AudioFacts? Audio, IReadOnlyList<Problem> Problems)
{
    /// <summary>True when nothing stops its publication.</summary>
    public bool CanPublish => Problems.All(problem => problem.Severity != Severity.Error);

    /// <summary>The same with every warning an error.</summary>
    public CheckedEpisode Strictly() => this with { Problems = [.. Problems.Select(problem => problem with { Severity = Severity.Error })] };
}

/// <summary>A show's files, checked.</summary>
/// <param name="Name">The show's folder as part of addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="Problems">Of the show itself.</param>
/// <param name="Episodes">By key.</param>
public sealed record CheckedShow(string Name, string Title, IReadOnlyList<Problem> Problems, IReadOnlyList<CheckedEpisode> Episodes)
{
    /// <summary>What each directory would say to the show; empty where only some of its files were checked.</summary>
    public IReadOnlyList<DirectoryAnswer> Directories { get; init; } = [];

    /// <summary>The same with every warning an error: what is incomplete is not good enough.</summary>
    public CheckedShow Strictly() => this with
    {
        Problems = [.. Problems.Select(problem => problem with { Severity = Severity.Error })],
        Episodes = [.. Episodes.Select(episode => episode.Strictly())],
    };

    /// <summary>True when nothing stops the publication of the show's settings and of any episode.</summary>
    public bool CanPublish => Problems.All(problem => problem.Severity != Severity.Error) && Episodes.All(episode => episode.CanPublish);
}

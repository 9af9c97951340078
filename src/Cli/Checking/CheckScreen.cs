using System.Globalization;
using System.Text.RegularExpressions;
using Soundoff.Audio;
using Soundoff.Limits;
using Soundoff.Problems;
using Soundoff.Shows;
using Spectre.Console;

namespace Soundoff.Cli.Checking;

/// <summary>Shows people what was read, and what is wrong with it.</summary>
internal static partial class CheckScreen
{
    public static void Write(IAnsiConsole console, IReadOnlyList<CheckedShow> shows)
    {
        foreach (var show in shows)
        {
            console.MarkupLine($"[bold]{Markup.Escape(show.Title)}[/] [dim]/{Markup.Escape(show.Name)}/[/]");
            ProblemLines.Write(console, show.Problems);
            Directories(console, show.Directories);
            console.WriteLine();
            foreach (var episode in show.Episodes) Write(console, episode, show.Problems);
        }

        var all = shows.SelectMany(show => show.Episodes).ToList();
        var problems = shows.SelectMany(show => show.Problems.Concat(show.Episodes.SelectMany(episode => episode.Problems.Except(show.Problems)))).ToList();
        console.MarkupLine(
            $"{Count(all.Count(episode => episode.CanPublish), "episode")} of {all.Count} can be published: "
            + $"{Count(problems.Count(problem => problem.Severity == Severity.Error), "error")}, {Count(problems.Count(problem => problem.Severity == Severity.Warning), "warning")}.");
    }

    private static void Directories(IAnsiConsole console, IReadOnlyList<DirectoryAnswer> answers)
    {
        if (answers.Count == 0) return;
        var table = new Grid().AddColumn(new GridColumn().Padding(2, 0, 2, 0).NoWrap()).AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var answer in answers)
            table.AddRow(Markup.Escape(answer.Directory), answer.Takes ? "[green]yes[/]" : "[red]no[/]", Markup.Escape(string.Join("; ", [.. answer.Add.Select(add => "add " + add), .. answer.Move is { } move ? [move] : Array.Empty<string>()])));
        console.Write(table);
    }

    private static void Write(IAnsiConsole console, CheckedEpisode @checked, IReadOnlyList<Problem> shows)
    {
        var episode = @checked.Episode;
        var state = @checked.CanPublish ? @checked.Draft ? "[blue]draft[/]" : "[green]good[/]" : "[red]not published[/]";
        console.MarkupLine($"[bold]{Markup.Escape(episode.Title)}[/]  [dim]/{Markup.Escape(episode.Show)}/{Markup.Escape(episode.Slug)}/[/]  {state}");
        var facts = new Grid().AddColumn(new GridColumn().Padding(2, 0, 2, 0).NoWrap()).AddColumn();
        foreach (var (name, value) in Facts(@checked))
            if (!string.IsNullOrEmpty(value)) facts.AddRow($"[dim]{name}[/]", Markup.Escape(value));
        console.Write(facts);
        // The settings' problems stand once, with the show.
        ProblemLines.Write(console, @checked.Problems.Except(shows));
        console.WriteLine();
    }

    private static IEnumerable<(string Name, string? Value)> Facts(CheckedEpisode @checked)
    {
        var episode = @checked.Episode;
        yield return ("standfirst", episode.Standfirst);
        yield return ("date", @checked.Date?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "when it is published");
        foreach (var person in episode.People) yield return (person.Role, person.Description is null ? person.Name : $"{person.Name}: {person.Description}");
        yield return ("topics", string.Join(", ", episode.Topics.Select(topic => topic.Name)));
        yield return ("audio", @checked.Audio is { } audio ? Audio(audio) : null);
        yield return ("chapters", string.Join(", ", episode.Chapters.Select(chapter => $"{Clock(chapter.Start)} {chapter.Title}")));
        foreach (var transcript in episode.Transcripts) yield return ("transcript", $"{transcript.Language ?? episode.Language}, {Count(transcript.Cues.Count, "cue")}");
        yield return ("text", episode.BodyHtml.Length == 0 ? null : Count(Words().Count(Tags().Replace(episode.BodyHtml, " ")), "word"));
        yield return ("source", episode.Source is { } source ? $"{source.Name} {source.Link}" : null);
    }

    private static string Audio(AudioFacts audio)
    {
        var parts = new[]
        {
            audio.Format,
            audio.Duration is { } duration ? (audio.Estimated ? "about " : "") + Clock(duration) : "of unknown length",
            audio.BitRate is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{rate / 1000.0:0} kbit/s") : null,
            audio.Picture is { } picture ? string.Create(CultureInfo.InvariantCulture, $"a picture of {picture.Width} by {picture.Height} pixels") : null,
        };
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Clock(TimeSpan time) => time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    [GeneratedRegex("<[^>]*>", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\w+(?:['’]\w+)*", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Words();
}

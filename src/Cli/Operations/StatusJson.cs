using Soundoff.Operations;
using Soundoff.Texts;

namespace Soundoff.Cli.Operations;

/// <summary>The output of <c>soundoff status --json</c>.</summary>
internal static class StatusJson
{
    /// <summary>One line, without its end.</summary>
    public static string Of(StationStatus status) => JsonOutput.Line(new
    {
        status.Health.Healthy,
        status.Health.Queues,
        status.Health.OldestWork,
        Shows = status.Shows.Select(show => new
        {
            show.Show,
            show.Title,
            show.Live,
            show.Scheduled,
            show.Drafts,
            show.OldestWork,
            Problems = show.Problems.Select(report => new { report.Slug, report.Outcome, report.Problems }),
            Letters = show.Letters.Select(letter => new { letter.Id, letter.Received, Class = EnumName.Of(letter.Class), State = EnumName.Of(letter.State), letter.Episode, letter.Excerpt }),
        }),
    });
}

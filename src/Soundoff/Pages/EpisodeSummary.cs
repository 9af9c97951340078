using Soundoff.Episodes;
using Soundoff.Texts;

namespace Soundoff.Pages;

/// <summary>A sentence or two for search engines and for where a page is shared.</summary>
internal static class EpisodeSummary
{
    private const int Limit = 300;

    /// <summary>The standfirst, else how the notes begin; null when there are no words.</summary>
    public static string? Of(Episode episode) => Short(episode.Standfirst ?? PlainText.From(episode.BodyHtml).Split('\n', 2)[0]);

    /// <summary>A text on one line of at most 300 characters; null when there is none.</summary>
    public static string? Short(string? text) => string.IsNullOrWhiteSpace(text) ? null : SafeText.Line(text, Limit);
}

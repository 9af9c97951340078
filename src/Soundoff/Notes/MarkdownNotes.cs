using Markdig;
using Soundoff.Episodes;
using Soundoff.Problems;

namespace Soundoff.Notes;

/// <summary>Show notes in Markdown (CommonMark with tables, footnotes, task lists and bare links), front matter optional.</summary>
public static class MarkdownNotes
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseGridTables()
        .UseFootnotes()
        .UseAutoLinks()
        .UseTaskLists()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseDefinitionLists()
        .Build();

    /// <summary>What the notes say. A first <c># Heading</c> is the title when the front matter has none, and leaves the body.</summary>
    public static Reading<EpisodeFacts> Read(string file, string text)
    {
        var (stated, below, found) = FrontMatter.Split(file, text);
        var problems = new List<Problem>(found);
        if (MarkdownEffort.IsTooDeep(below)) return WholeNotes.Of(file, text, stated, null, problems);
        below = MarkdownEffort.Bounded(file, below, LinesBefore(text, below), problems);
        string html;
        try
        {
            html = Markdown.ToHtml(below, Pipeline);
        }
        catch (ArgumentException tooDeep) when (tooDeep.Message.Contains("depth", StringComparison.OrdinalIgnoreCase) || tooDeep.Message.Contains("nest", StringComparison.OrdinalIgnoreCase))
        {
            return WholeNotes.Of(file, text, stated, null, problems);
        }

        return WholeNotes.Of(file, text, stated, TitledHtml.Fragment(html, stated.Title, new HtmlLosses(file, text, problems)), problems);
    }

    private static int LinesBefore(string text, string below) => text.AsSpan(0, text.Length - below.Length).Count('\n');
}

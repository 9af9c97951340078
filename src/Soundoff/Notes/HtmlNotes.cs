using Soundoff.Episodes;
using Soundoff.Problems;

namespace Soundoff.Notes;

/// <summary>Show notes in HTML: a fragment, or a page as a content management system saves it. Front matter is accepted.</summary>
public static class HtmlNotes
{
    /// <summary>What the notes say: title, standfirst and date from the page's head, the body from its article.</summary>
    public static Reading<EpisodeFacts> Read(string file, string text)
    {
        var (stated, below, found) = FrontMatter.Split(file, text);
        var problems = new List<Problem>(found);
        return WholeNotes.Of(file, text, stated, TitledHtml.Page(below, stated.Title, new HtmlLosses(file, text, problems)), problems);
    }
}

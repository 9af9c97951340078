using Soundoff.Episodes;
using Soundoff.Problems;

namespace Soundoff.Notes;

/// <summary>Show notes in HTML: a fragment, or a page as a content management system saves it. Front matter is accepted.</summary>
public static class HtmlNotes
{
    /// <summary>What the notes say: title, standfirst and date from the page's head, the body from its article.</summary>
    public static Reading<EpisodeFacts> Read(string file, string text)
    {
        var (stated, below, problems) = FrontMatter.Split(file, text);
        return WholeNotes.Of(file, text, stated, TitledHtml.Page(below, stated.Title), problems);
    }
}

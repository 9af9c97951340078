using Soundoff.Episodes;
using Soundoff.Fields;
using Soundoff.Notes.Plain;
using Soundoff.Problems;

namespace Soundoff.Notes;

/// <summary>
/// An episode as it comes out of a newsroom: title, standfirst, paragraphs, perhaps who hosts and who is a guest, a call to
/// action, and where it came from.
/// </summary>
public static class PlainArticle
{
    private const int LongestTitle = 255;
    private const int LongestStandfirst = 1000;
    private const int Farthest = 100;

    /// <summary>What the article says; front matter above it goes over that.</summary>
    public static Reading<EpisodeFacts> Read(string file, string text)
    {
        var (stated, below, found) = FrontMatter.Split(file, text);
        var problems = new List<Problem>(found);
        var paragraphs = new List<string>(PlainLines.Paragraphs(below));
        var source = Source(paragraphs);
        var lines = paragraphs.Count;
        var title = Title(paragraphs, stated, file, text, problems);
        var standfirst = Standfirst(paragraphs, stated, titled: title is not null && paragraphs.Count < lines);
        var people = People(paragraphs, standfirst);
        if (paragraphs.Count + people.Count == 0 && title is null && stated.Title is null && problems.Count == 0)
            return Problem.Error(file, "The file holds no words.", "Write a title and a text into it, or remove it.");
        return WholeNotes.Of(file, text, stated, new EpisodeFacts
        {
            Title = title,
            Standfirst = standfirst,
            BodyHtml = PlainBody.Html(paragraphs),
            People = people,
            Source = source,
        }, problems);
    }

    private static SourceCredit? Source(List<string> paragraphs)
    {
        if (paragraphs.Count < 2) return null;
        if (paragraphs[^2].Trim().Equals("Source:", StringComparison.OrdinalIgnoreCase))
        {
            paragraphs[^2] = "Source: " + paragraphs[^1];
            paragraphs.RemoveAt(paragraphs.Count - 1);
        }

        // Below an attribution there may still stand the call to action; an address then proves it.
        for (var i = paragraphs.Count - 1; i >= Math.Max(1, paragraphs.Count - 2); i--)
        {
            if (SourceLine.TakeFrom(paragraphs[i]) is not { } taken || (i < paragraphs.Count - 1 && (taken.Before.Length > 0 || taken.Credit.Link is null))) continue;
            if (taken.Before.Length > 0) paragraphs[i] = taken.Before;
            else paragraphs.RemoveAt(i);
            return taken.Credit;
        }

        return null;
    }

    private static string? Title(List<string> paragraphs, EpisodeFacts stated, string file, string text, List<Problem> problems)
    {
        if (paragraphs.Count == 0) return null;
        var first = paragraphs[0];
        if (stated.Title is not null)
        {
            if (Same(first, stated.Title)) paragraphs.RemoveAt(0);
            return null;
        }

        if (first.Length <= LongestTitle)
        {
            paragraphs.RemoveAt(0);
            return first;
        }

        // Nothing is lost: the whole line stays as the first paragraph.
        problems.Add(Problem.Warning(file, "The first line, which is the title, has more than 255 characters, so it is cut.",
            "Put a short title on the first line.", "title", Array.FindIndex(text.Split('\n'), l => l.Length > LongestTitle) + 1));
        return FieldReader.Cut(first, LongestTitle);
    }

    private static string? Standfirst(List<string> paragraphs, EpisodeFacts stated, bool titled)
    {
        if (paragraphs.Count == 0) return null;
        if (stated.Standfirst is not null && Same(paragraphs[0], stated.Standfirst))
        {
            paragraphs.RemoveAt(0);
            return null;
        }

        if (!titled || stated.Standfirst is not null || paragraphs[0].Length > LongestStandfirst || HiddenAddress.IsIn(paragraphs[0])) return null;
        var standfirst = paragraphs[0];
        paragraphs.RemoveAt(0);
        return standfirst;
    }

    // A standfirst that names host and guests is read too, and stays what it is.
    private static IReadOnlyList<Person> People(List<string> paragraphs, string? standfirst)
    {
        for (var i = 0; i < paragraphs.Count; i++)
        {
            // Credits stand above an article or below it.
            if (i == Farthest && paragraphs.Count > 2 * Farthest) i = paragraphs.Count - Farthest;
            if (Credits.Read(paragraphs[i]) is not { } people) continue;
            paragraphs.RemoveAt(i);
            return people;
        }

        return standfirst is not null && Credits.Read(standfirst) is { } told ? told : [];
    }

    private static bool Same(string a, string b) => string.Equals(FieldReader.OneLine(a), FieldReader.OneLine(b), StringComparison.OrdinalIgnoreCase);
}

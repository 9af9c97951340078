using System.Text;
using AngleSharp.Dom;
using Soundoff.Episodes;
using Soundoff.Languages;
using Soundoff.Notes;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Texts;

namespace Soundoff.Feeds;

/// <summary>An episode's notes for feeds, where no page surrounds them: links absolute, people and source named in the text.</summary>
public sealed record FeedBody
{
    // The same notes as a tree: each form that a feed asks for is read from it, so that they are parsed once.
    private readonly IElement _content;

    private FeedBody(string html, IElement content) => (Html, _content) = (html, content);

    /// <summary>The whole notes.</summary>
    public string Html { get; }

    /// <summary>The notes in the little HTML that podcast apps show.</summary>
    public string Simple() => SimpleHtml.From(_content);

    /// <summary>The notes as plain text.</summary>
    public string Text() => PlainText.From(_content);

    /// <summary>The notes of an episode; after <paramref name="limit"/> bytes of UTF-8 they end with a link to the page.</summary>
    public static FeedBody Of(Episode episode, Show show, SiteUrls urls, int? limit = null)
    {
        var whole = Whole(episode, show, urls);
        if (limit is not { } bytes || Encoding.UTF8.GetByteCount(whole.Html) <= bytes) return whole;
        var more = $"<p>{Markup.Link(urls.Episode(show.Name, episode.Slug), Words.For(episode.Language).Site.ReadOn)}</p>";
        var cut = HtmlCut.ToBytes(whole.Html, bytes - Encoding.UTF8.GetByteCount(more)) + more;
        return new(cut, HtmlFragment.Parse(cut));
    }

    private static FeedBody Whole(Episode episode, Show show, SiteUrls urls)
    {
        var words = Words.For(episode.Language);
        var content = ForFeed(episode.BodyHtml, show, episode, urls);
        var notes = content.InnerHtml.Trim();
        var text = PlainText.From(content);
        var before = episode.Standfirst is { } standfirst && !text.StartsWith(standfirst, StringComparison.Ordinal) ? $"<p>{Markup.Text(standfirst)}</p>\n" : "";
        var after = new StringBuilder();
        Credits(after, words, episode.People.Where(p => !text.Contains(p.Name, StringComparison.Ordinal)));
        if (episode.Source is { } source) after.Append("\n<p>").Append(words.Site.Source).Append(' ').Append(source.Link is { } link ? Markup.Link(link.AbsoluteUri, source.Name) : Markup.Text(source.Name)).Append("</p>");
        if (before.Length + notes.Length + after.Length == 0) after.Append("<p>").Append(Markup.Text(episode.Title)).Append("</p>");
        return new(SafeText.Clean((before + notes + after).Trim()), HtmlFragment.Around(before, content, after.ToString()));
    }

    // The plain-text reader takes the paragraph that introduces the guests out of the body; apps have no other place for it.
    private static void Credits(StringBuilder html, Words words, IEnumerable<Person> unnamed)
    {
        // A role is named with each: not all languages make several of one with an "s".
        var people = unnamed.Select(p => Credit(p, words)).ToList();
        if (people.Count == 1) html.Append("\n<p>").Append(people[0]).Append("</p>");
        else if (people.Count > 1) html.Append("\n<ul>").AppendJoin("", people.Select(p => $"<li>{p}</li>")).Append("</ul>");
    }

    private static string Credit(Person person, Words words)
    {
        var name = person.Link is { } link ? Markup.Link(link.AbsoluteUri, person.Name) : Markup.Text(person.Name);
        return Markup.Text(words.Role(person.Role) + words.Site.Colon) + name + (person.Description is { } description ? Markup.Text(words.Site.Comma + description) : "");
    }

    /// <summary>The body with its markers filled in and every link and picture absolute.</summary>
    internal static IElement ForFeed(string html, Show show, Episode episode, SiteUrls urls)
    {
        var body = HtmlFragment.Parse(html);
        var page = new Uri(urls.Episode(show.Name, episode.Slug));
        MarkedBody.Fill(body, show, episode.Language, (link, contact) => Contact(link, contact, episode, page));
        foreach (var link in body.QuerySelectorAll("a").ToList()) Absolute(link, "href", page);
        foreach (var media in body.QuerySelectorAll("[src]").ToList()) Absolute(media, "src", page);
        foreach (var styled in body.QuerySelectorAll("[class], [style], [srcset]").ToList())
        {
            styled.RemoveAttribute("class");
            styled.RemoveAttribute("style");
            styled.RemoveAttribute("srcset");
        }
        return body;
    }

    private static void Contact(IElement link, ContactAddress contact, Episode episode, Uri page)
    {
        var address = contact with { Mailbox = contact.MailboxFor(episode.Slug) };
        link.SetAttribute("href", new Uri(page, "#contact").AbsoluteUri);
        link.After(link.Owner!.CreateTextNode($" ({address.Readable})"));
    }

    private static void Absolute(IElement element, string attribute, Uri page)
    {
        if (element.GetAttribute(attribute) is not { } address) return;
        if (Uri.TryCreate(page, address, out var whole) && (whole.Scheme is "http" or "https" or "mailto" or "tel"))
            element.SetAttribute(attribute, whole.AbsoluteUri);
        else
            element.RemoveAttribute(attribute);
    }
}

using System.Text;
using AngleSharp.Dom;
using Soundoff.Episodes;
using Soundoff.Languages;
using Soundoff.Notes;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Feeds;

/// <summary>An episode's notes for feeds, where no page surrounds them: links absolute, people and source named in the text.</summary>
public sealed record FeedBody
{
    private FeedBody(string html) => Html = html;

    /// <summary>The whole notes.</summary>
    public string Html { get; }

    /// <summary>The notes of an episode; after <paramref name="limit"/> bytes of UTF-8 they end with a link to the page.</summary>
    public static FeedBody Of(Episode episode, Show show, SiteUrls urls, int? limit = null)
    {
        var html = Whole(episode, show, urls);
        if (limit is not { } bytes || Encoding.UTF8.GetByteCount(html) <= bytes) return new(html);
        var more = $"<p>{Markup.Link(urls.Episode(show.Name, episode.Slug), Words.For(episode.Language).Site.ReadOn)}</p>";
        return new(HtmlCut.ToBytes(html, bytes - Encoding.UTF8.GetByteCount(more)) + more);
    }

    private static string Whole(Episode episode, Show show, SiteUrls urls)
    {
        var html = new StringBuilder();
        var words = Words.For(episode.Language);
        var body = ForFeed(episode.BodyHtml, show, episode, urls);
        var text = PlainText.From(body);
        if (episode.Standfirst is { } standfirst && !text.StartsWith(standfirst, StringComparison.Ordinal)) html.Append("<p>").Append(Markup.Text(standfirst)).Append("</p>\n");
        html.Append(body.Trim());
        Credits(html, words, episode.People.Where(p => !text.Contains(p.Name, StringComparison.Ordinal)));
        if (episode.Source is { } source) html.Append("\n<p>").Append(words.Site.Source).Append(' ').Append(source.Link is { } link ? Markup.Link(link.AbsoluteUri, source.Name) : Markup.Text(source.Name)).Append("</p>");
        if (html.Length == 0) html.Append("<p>").Append(Markup.Text(episode.Title)).Append("</p>");
        return XmlText.Clean(html.ToString().Trim());
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
    internal static string ForFeed(string html, Show show, Episode episode, SiteUrls urls)
    {
        if (html.Length == 0) return "";
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
        return body.InnerHtml;
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

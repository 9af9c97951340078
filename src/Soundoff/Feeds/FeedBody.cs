using System.Text;
using AngleSharp.Dom;
using Soundoff.Episodes;
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
        var more = $"<p>{Markup.Link(urls.Episode(show.Name, episode.Slug), "Read on")}</p>";
        return new(HtmlCut.ToBytes(html, bytes - more.Length) + more);
    }

    private static string Whole(Episode episode, Show show, SiteUrls urls)
    {
        var html = new StringBuilder();
        var body = ForFeed(episode.BodyHtml, show, episode, urls);
        var text = PlainText.From(body);
        if (episode.Standfirst is { } standfirst && !text.StartsWith(standfirst, StringComparison.Ordinal)) html.Append("<p>").Append(Markup.Text(standfirst)).Append("</p>\n");
        html.Append(body.Trim());
        Credits(html, episode.People.Where(p => !text.Contains(p.Name, StringComparison.Ordinal)));
        if (episode.Source is { } source) html.Append("\n<p>Source: ").Append(source.Link is { } link ? Markup.Link(link.AbsoluteUri, source.Name) : Markup.Text(source.Name)).Append("</p>");
        if (html.Length == 0) html.Append("<p>").Append(Markup.Text(episode.Title)).Append("</p>");
        return XmlText.Clean(html.ToString().Trim());
    }

    // The plain-text reader takes the paragraph that introduces the guests out of the body; apps have no other place for it.
    private static void Credits(StringBuilder html, IEnumerable<Person> unnamed)
    {
        foreach (var role in unnamed.GroupBy(p => p.Role, StringComparer.Ordinal))
        {
            var people = role.Select(Credit).ToList();
            html.Append("\n<p>").Append(Markup.Text(Capital(role.Key)));
            if (people.Count == 1) html.Append(": ").Append(people[0]).Append("</p>");
            else html.Append("s:</p>\n<ul>").AppendJoin("", people.Select(p => $"<li>{p}</li>")).Append("</ul>");
        }
    }

    private static string Capital(string role) => role.Length == 0 ? role : char.ToUpperInvariant(role[0]) + role[1..];

    private static string Credit(Person person)
    {
        var name = person.Link is { } link ? Markup.Link(link.AbsoluteUri, person.Name) : Markup.Text(person.Name);
        return person.Description is { } description ? $"{name}, {Markup.Text(description)}" : name;
    }

    /// <summary>The body with its markers filled in and every link and picture absolute.</summary>
    internal static string ForFeed(string html, Show show, Episode episode, SiteUrls urls)
    {
        if (html.Length == 0) return "";
        var body = HtmlFragment.Parse(html);
        var page = new Uri(urls.Episode(show.Name, episode.Slug));
        MarkedBody.Fill(body, show, (link, contact) => Contact(link, contact, episode, page));
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

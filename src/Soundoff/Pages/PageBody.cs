using AngleSharp.Dom;
using Soundoff.Episodes;
using Soundoff.Notes;
using Soundoff.Pages.Views;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Texts;

namespace Soundoff.Pages;

/// <summary>An episode's notes as they stand on its page.</summary>
/// <param name="Html">The sanitised body with its markers filled in, the contact address hidden, and what is wide or heavy put in its place.</param>
/// <param name="Pictures">The addresses of the pictures in it, as they are written there.</param>
internal sealed record PageBody(SafeHtml Html, IReadOnlyList<string> Pictures)
{
    /// <summary>The notes of an episode; null when it has none.</summary>
    public static PageBody? Of(Episode episode, Show show)
    {
        if (string.IsNullOrWhiteSpace(episode.BodyHtml)) return null;
        var body = HtmlFragment.Parse(episode.BodyHtml);
        // The marker leads to #contact already, which this page has.
        MarkedBody.Fill(body, show, episode.Language, static (_, _) => { });
        if (show.Contact is { } contact) Hide(body, contact);
        foreach (var element in body.Descendants<IElement>().ToList())
        {
            if (element.ClassName is not (ColumnWays.Middle or ColumnWays.End)) element.RemoveAttribute("class");
            if (element.LocalName == "img") Lighten(element);
            else if (element.LocalName == "table") Wrap(element);
            else if (element.LocalName == "pre") element.SetAttribute("tabindex", "0");
        }

        return new(new(body.InnerHtml), [.. body.QuerySelectorAll("img[src]").Select(image => image.GetAttribute("src")!)]);
    }

    private static void Hide(IElement body, ContactAddress contact)
    {
        var address = $"{contact.Mailbox}@{contact.Domain}";
        if (!body.InnerHtml.Contains(address, StringComparison.OrdinalIgnoreCase)) return;
        foreach (var link in body.QuerySelectorAll("a[href^='mailto:' i]").Where(a => a.GetAttribute("href")!.Contains(address, StringComparison.OrdinalIgnoreCase)).ToList())
            link.SetAttribute("href", "#contact");
        foreach (var text in body.Descendants<IText>().ToList()) text.Data = SealedContact.Hide(text.Data, contact);
        foreach (var element in body.QuerySelectorAll("[title], [alt]"))
            foreach (var name in new[] { "title", "alt" })
                if (element.GetAttribute(name) is { } value) element.SetAttribute(name, SealedContact.Hide(value, contact));
    }

    private static void Lighten(IElement image)
    {
        image.SetAttribute("loading", "lazy");
        image.SetAttribute("decoding", "async");
        // The page's policy, like browsers on a secure page, loads pictures of other sites by https alone.
        if (image.GetAttribute("src") is { } address && address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) image.SetAttribute("src", "https://" + address[7..]);
    }

    // A box of its own lets a wide table scroll, by keyboard too, without the page.
    private static void Wrap(IElement table)
    {
        var box = table.Owner!.CreateElement("div");
        box.ClassName = "wide";
        box.SetAttribute("tabindex", "0");
        table.Replace(box);
        box.Append(table);
    }
}

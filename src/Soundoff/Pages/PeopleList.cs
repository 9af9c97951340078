using System.Globalization;
using Soundoff.Episodes;
using Soundoff.Languages;
using Soundoff.Lists;
using Soundoff.Pages.Views;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Pages;

/// <summary>People as pages present them.</summary>
internal sealed class PeopleList(Show show, SiteUrls urls, Words words)
{
    /// <param name="people">In the order to be shown.</param>
    /// <param name="withPages">Whether guests are linked to their pages, which exist for guests of published episodes.</param>
    /// <param name="language">The language of what is said of them, where it is not the page's.</param>
    public List<PersonView> Of(IReadOnlyList<Person> people, bool withPages, string? language = null)
    {
        var listed = withPages ? people.Where(p => p.Role == "guest").Take(NamedList.MostOfOneEpisode).ToHashSet() : [];
        return [.. people.Select(p => View(p, listed.Contains(p), language))];
    }

    private PersonView View(Person person, bool hasPage, string? language) => new(
        person.Name,
        words.Role(person.Role),
        person.Description is { } description ? SealedContact.Hide(description, show.Contact) : null,
        person.Link?.AbsoluteUri,
        person.Image is { } image ? SecurePicture.Of(image) : null,
        StringInfo.GetNextTextElement(person.Name.Trim() is { Length: > 0 } name ? name : "?"),
        hasPage ? urls.Within(SitePaths.Guest(show.Name, Slug.From(person.Name))) : null,
        language);
}

using Soundoff.Mail.Answering;
using Soundoff.Pages;
using Soundoff.Pages.Views;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Mail.Visiting;

/// <summary>Renders the contact form and what follows it.</summary>
internal sealed class ContactPages(SiteUrls urls)
{
    /// <summary>The form.</summary>
    /// <param name="show">The show.</param>
    /// <param name="episode">The episode's title; null for the show at large.</param>
    /// <param name="message">What was written already, and the form's token.</param>
    /// <param name="outcome">What is wrong with it; <see cref="ContactOutcome.Taken"/> for nothing.</param>
    public byte[] Form(Show show, string? episode, ContactMessage message, ContactOutcome outcome)
    {
        var culture = PageCulture.For(show.Language);
        var words = culture.Words;
        var problem = outcome switch
        {
            ContactOutcome.Taken => null,
            ContactOutcome.TooSoon => words.Form.TooSoon,
            ContactOutcome.TextUnfit => words.Form.TextUnfit,
            ContactOutcome.AddressUnfit => words.Form.AddressUnfit,
            ContactOutcome.TooMany => words.Form.TooMany,
            _ => words.Form.FormInvalid,
        };
        var view = new ContactFormView(
            words.Site.Contact, episode ?? show.Title, problem, message.Form, message.Text, message.Name ?? "", message.Place ?? "", message.Address ?? "",
            outcome == ContactOutcome.TextUnfit, outcome == ContactOutcome.AddressUnfit);
        return ApiFrame.Render("write", view, words.Site.Contact, show, culture, urls);
    }

    /// <summary>What is said to people, and to robots.</summary>
    public byte[] Thanks(Show show, string? slug)
    {
        var culture = PageCulture.For(show.Language);
        var words = culture.Words.Form;
        var back = slug is null ? new LinkView(urls.Home(show.Name), words.Back) : new LinkView(urls.Episode(show.Name, slug), words.BackToEpisode);
        return ApiFrame.Render("notice", new NoticeView(words.Thanks, words.ThanksHint, back), words.Thanks, show, culture, urls);
    }

    /// <summary>There is nobody to write to.</summary>
    /// <param name="culture">How the visitor reads.</param>
    public byte[] UnknownShow(PageCulture culture)
    {
        var (words, all) = (culture.Words.Form, new LinkView(urls.Of(SitePaths.Root), culture.Words.Site.AllShows));
        return ApiFrame.Render("notice", new NoticeView(words.NoShow, words.NoShowHint, all), words.NoShow, null, culture, urls);
    }
}

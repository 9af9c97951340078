using Soundoff.Mail.Reviewing;
using Soundoff.Pages;
using Soundoff.Pages.Views;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Mail.Visiting;

/// <summary>Renders what stands behind signed links.</summary>
internal sealed class ReviewPages(SiteUrls urls)
{
    /// <summary>The page that links in mail lead to: it has the letter's own page opened by what stands behind the #.</summary>
    /// <param name="visitor">How the visitor reads: what is behind the # is not known here.</param>
    public byte[] Open(PageCulture visitor) =>
        ApiFrame.Render("open", new OpenView(ApiUrls.LetterPage[(ApiUrls.Folder.Length + 1)..]), visitor.Words.Desk.Open, null, visitor, urls, SiteAssets.OpenScript);

    /// <summary>The letter, and the form that asks what shall become of it.</summary>
    /// <param name="page">What the link opens.</param>
    /// <param name="form">What was chosen and written already.</param>
    /// <param name="outcome">What became of that; <see cref="ReviewOutcome.Done"/> when nothing was asked yet.</param>
    public byte[] Letter(ReviewPage page, ReviewForm form, ReviewOutcome outcome)
    {
        var culture = PageCulture.For(page.Show.Language);
        var view = new ReviewLetter(page, culture, urls).View(form, outcome);
        return ApiFrame.Render("review", view, view.Title, page.Show, culture, urls);
    }

    /// <summary>What was asked is done.</summary>
    /// <param name="action">What was asked.</param>
    /// <param name="opening">What the link opens now.</param>
    /// <param name="visitor">How the visitor reads, for when there is no show any more.</param>
    public byte[] Done(LetterActions action, ReviewOpening opening, PageCulture visitor)
    {
        var culture = CultureOf(opening.Show, visitor);
        var words = culture.Words.Desk;
        var text = action switch
        {
            LetterActions.Publish or LetterActions.Nameless => words.DonePublish,
            LetterActions.Edit => words.DoneEdit,
            LetterActions.Move => words.DoneMove,
            LetterActions.Hide => words.DoneHide,
            LetterActions.Block => words.DoneBlock,
            LetterActions.Withdraw => words.DoneWithdraw,
            LetterActions.Renew => words.DoneRenew,
            _ => words.DoneErase,
        };
        var back = opening.Page is { } page ? new PostView(page.Token, words.Back) : null;
        var show = opening.Show;
        var to = show is not null && opening.Page?.Letter is { Episode: { } slug } ? new(urls.Episode(show.Name, slug), words.ToEpisode) : Onward(show, culture);
        return ApiFrame.Render("notice", new NoticeView(words.Done, text, to, back), words.Done, show, culture, urls);
    }

    /// <summary>The link opens nothing: why, and what to do.</summary>
    /// <param name="opening">What the link opens.</param>
    /// <param name="visitor">How the visitor reads: a forged link names no show.</param>
    public byte[] Closed(ReviewOpening opening, PageCulture visitor)
    {
        var culture = CultureOf(opening.Show, visitor);
        var words = culture.Words.Desk;
        var (title, text) = opening.Outcome switch
        {
            ReviewOutcome.LinkExpired => (words.Expired, opening.Renewal is null ? words.ExpiredHint : words.ExpiredOwnHint),
            ReviewOutcome.Gone => (words.Gone, words.GoneHint),
            _ => (words.Forged, words.ForgedHint),
        };
        var renewal = opening.Renewal is { } offer ? new PostView(offer.Token, words.Renew, offer.Form, LetterActionNames.Of(LetterActions.Renew)) : null;
        return Notice(title, text, opening.Show, culture, renewal);
    }

    /// <summary>The fresh link could not be sent.</summary>
    /// <param name="opening">What the link opens.</param>
    /// <param name="visitor">How the visitor reads.</param>
    public byte[] NotSent(ReviewOpening opening, PageCulture visitor)
    {
        var culture = CultureOf(opening.Show, visitor);
        return Notice(culture.Words.Desk.NotSent, culture.Words.Desk.NotSentHint, opening.Show, culture);
    }

    /// <summary>There is no such file, or not for this browser.</summary>
    /// <param name="visitor">How the visitor reads.</param>
    public byte[] NoFile(PageCulture visitor) => Notice(visitor.Words.Desk.NoFile, visitor.Words.Desk.NoFileHint, null, visitor);

    private byte[] Notice(string title, string text, Show? show, PageCulture culture, PostView? post = null) =>
        ApiFrame.Render("notice", new NoticeView(title, text, Onward(show, culture), post), title, show, culture, urls);

    private LinkView Onward(Show? show, PageCulture culture) => show is null ? new(urls.Of(SitePaths.Root), culture.Words.Site.AllShows) : new(urls.Home(show.Name), show.Title);

    private static PageCulture CultureOf(Show? show, PageCulture visitor) => show is null ? visitor : PageCulture.For(show.Language);
}

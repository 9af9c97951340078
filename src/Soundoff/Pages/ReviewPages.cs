using Soundoff.Mail.Reviewing;
using Soundoff.Pages.Views;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Pages;

/// <summary>Renders what stands behind signed links.</summary>
internal sealed class ReviewPages(SiteUrls urls)
{
    /// <summary>The letter, and the form that asks what shall become of it.</summary>
    /// <param name="page">What the link opens.</param>
    /// <param name="form">What was chosen and written already.</param>
    /// <param name="outcome">What became of that; <see cref="ReviewOutcome.Done"/> when nothing was asked yet.</param>
    public byte[] Letter(ReviewPage page, ReviewForm form, ReviewOutcome outcome)
    {
        var view = new ReviewLetter(page, ApiFrame.CultureOf(page.Show)).View(form, outcome);
        return ApiFrame.Render("review", view, view.Title, page.Show, urls);
    }

    /// <summary>What was asked is done.</summary>
    public byte[] Done(LetterActions action, ReviewOpening opening)
    {
        var words = ApiFrame.CultureOf(opening.Show).Words.Desk;
        var text = action switch
        {
            LetterActions.Publish or LetterActions.Nameless => words.DonePublish,
            LetterActions.Edit => words.DoneEdit,
            LetterActions.Move => words.DoneMove,
            LetterActions.Hide => words.DoneHide,
            LetterActions.Block => words.DoneBlock,
            LetterActions.Withdraw => words.DoneWithdraw,
            _ => words.DoneErase,
        };
        // The page's own address, asked for anew: an empty reference would keep the query of the link that was pressed.
        var back = opening.Page is null ? null : new LinkView("?", words.Back);
        var show = opening.Show;
        var to = show is not null && opening.Page?.Letter is { Episode: { } slug } ? new(urls.Episode(show.Name, slug), words.ToEpisode) : Onward(show);
        return ApiFrame.Render("notice", new NoticeView(words.Done, text, to, back), words.Done, show, urls);
    }

    /// <summary>The link opens nothing: why, and what to do.</summary>
    public byte[] Closed(ReviewOpening opening)
    {
        var words = ApiFrame.CultureOf(opening.Show).Words.Desk;
        var (title, text) = opening.Outcome switch
        {
            ReviewOutcome.LinkExpired => (words.Expired, words.ExpiredHint),
            ReviewOutcome.Gone => (words.Gone, words.GoneHint),
            _ => (words.Forged, words.ForgedHint),
        };
        return Notice(title, text, opening.Show);
    }

    /// <summary>There is no such file, or not for this link.</summary>
    public byte[] NoFile()
    {
        var words = ApiFrame.CultureOf(null).Words.Desk;
        return Notice(words.NoFile, words.NoFileHint, null);
    }

    private byte[] Notice(string title, string text, Show? show) => ApiFrame.Render("notice", new NoticeView(title, text, Onward(show)), title, show, urls);

    private LinkView Onward(Show? show) => show is null ? new(urls.Of(SitePaths.Root), ApiFrame.CultureOf(null).Words.AllShows) : new(urls.Home(show.Name), show.Title);
}

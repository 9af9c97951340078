using Soundoff.Episodes;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Reviewing;
using Soundoff.Pages;
using Soundoff.Publishing.Rendering;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Mail.Visiting;

/// <summary>The page behind a signed link, as browsers ask for it. Asking shows the letter and changes nothing; sending the form acts.</summary>
public sealed class ReviewVisit(LetterReview review, PublicAssets assets, SiteUrls urls)
{
    private readonly ReviewPages _pages = new(urls);

    /// <summary>Answers <c>api/review/{token}</c>; <c>?action=</c> chooses one of <see cref="LetterActionNames"/> beforehand.</summary>
    public async Task<WebAnswer> AnswerAsync(InboundRequest request, string token, CancellationToken cancellation)
    {
        // A new engine may be asked for a letter before it has rendered any page of the site.
        await assets.PutAsync(cancellation);
        if (request.Posts) return await ActAsync(request, token, cancellation);
        var opening = await review.OpenAsync(token, cancellation);
        if (opening.Page is not { } page) return Closed(opening, request);
        return Answer(200, _pages.Letter(page, new() { Action = LetterActionNames.Parse(request.Query("action")), Form = page.Form }, ReviewOutcome.Done));
    }

    /// <summary>Answers <c>api/review/{token}/files/{index}</c>: a file that came with the letter, for hosts.</summary>
    public async Task<WebAnswer> FileAsync(string token, int index, CancellationToken cancellation)
    {
        if (await review.AttachmentAsync(token, index, cancellation) is var (file, content)) return WebAnswer.File(file, content);
        await assets.PutAsync(cancellation);
        return Answer(404, _pages.NoFile((await review.OpenAsync(token, cancellation)).Show));
    }

    private async Task<WebAnswer> ActAsync(InboundRequest request, string token, CancellationToken cancellation)
    {
        var form = await PostedForm.ReadAsync(request, cancellation) is { } posted ? Read(posted) : new ReviewForm { Action = LetterActions.None, Form = "" };
        var outcome = await review.ActAsync(token, form, cancellation);
        var opening = await review.OpenAsync(token, cancellation);
        if (outcome == ReviewOutcome.Done) return Answer(200, _pages.Done(form.Action, opening, ReadBy(request)));
        if (opening.Page is not { } page) return Closed(opening, request);
        return Answer(outcome == ReviewOutcome.FormUsed ? 409 : 400, _pages.Letter(page, form, outcome));
    }

    private WebAnswer Closed(ReviewOpening opening, InboundRequest request) => Answer(opening.Outcome == ReviewOutcome.LinkForged ? 404 : 410, _pages.Closed(opening, ReadBy(request)));

    private static PageCulture ReadBy(InboundRequest request) => PageCulture.For(Visitor.Language(request));

    private WebAnswer Answer(int status, byte[] html) => WebAnswer.Page(status, html, urls.Base);

    private static ReviewForm Read(PostedForm posted) => new()
    {
        Action = LetterActionNames.Parse(posted["action"]),
        Form = posted["form"] ?? "",
        Text = posted["text"],
        Episode = posted["episode"],
        Override = posted["reason"],
    };
}

using Soundoff.Mail.Answering;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Reviewing;
using Soundoff.Pages;
using Soundoff.Publishing.Rendering;
using Soundoff.Site;

namespace Soundoff.Mail.Visiting;

/// <summary>
/// The pages behind a signed link, as browsers ask for them. The link leads to a page that knows nothing, and posts what stands behind the # to the letter's: that shows it and changes
/// nothing, and its form acts.
/// </summary>
public sealed class ReviewVisit(LetterReview review, FreshLink fresh, PublicAssets assets, SiteUrls urls, ApiUrls api)
{
    private readonly ReviewPages _pages = new(urls);

    /// <summary>Answers <c>api/review</c>, where links in mail lead, and <c>api/review/{token}</c>, where those of earlier days do.</summary>
    public async Task<WebAnswer> AnswerAsync(InboundRequest request, string? token, CancellationToken cancellation)
    {
        if (token is not null) return WebAnswer.Moved($"../review#{Uri.EscapeDataString(token)}{(request.Query("action") is { } action ? "?action=" + Uri.EscapeDataString(action) : "")}");
        // A new engine may be asked for a letter before it has rendered any page of the site.
        await assets.PutAsync(cancellation);
        return Opened(200, request);
    }

    /// <summary>Answers <c>api/letter</c>: shows the letter of the link that is posted, or does what its form asks.</summary>
    public async Task<WebAnswer> LetterAsync(InboundRequest request, CancellationToken cancellation)
    {
        if (!request.Posts) return WebAnswer.Moved("review");
        await assets.PutAsync(cancellation);
        if (await PostedForm.ReadAsync(request, cancellation) is not { } posted) return Opened(400, request);
        var link = PostedLink.Parse(posted["link"]);
        return posted["form"] is null ? await ShowAsync(request, link, cancellation) : await ActAsync(request, link.Token, Read(posted), cancellation);
    }

    /// <summary>Answers <c>api/letter/{id}/{index}</c>: a file that came with the letter, for hosts who have its page open.</summary>
    public async Task<WebAnswer> FileAsync(InboundRequest request, string id, int index, CancellationToken cancellation)
    {
        if (await review.AttachmentAsync(FileCookie.Of(request), id, index, cancellation) is var (file, content)) return WebAnswer.File(file, content);
        await assets.PutAsync(cancellation);
        return Answer(404, _pages.NoFile(ReadBy(request)));
    }

    private async Task<WebAnswer> ShowAsync(InboundRequest request, PostedLink link, CancellationToken cancellation)
    {
        var opening = await review.OpenAsync(link.Token, cancellation);
        if (opening.Page is not { } page) return Closed(opening, request);
        return await LetterAsync(200, page, new() { Action = LetterActionNames.Parse(link.Action), Form = page.Form }, ReviewOutcome.Done, cancellation);
    }

    private async Task<WebAnswer> ActAsync(InboundRequest request, string token, ReviewForm form, CancellationToken cancellation)
    {
        var outcome = await review.ActAsync(token, form, cancellation);
        var opening = await review.OpenAsync(token, cancellation);
        if (outcome == ReviewOutcome.Done && form.Action == LetterActions.Renew && opening.Letter is { } letter && !await fresh.SendAsync(opening.Show!, letter, cancellation))
            return Answer(503, _pages.NotSent(opening, ReadBy(request)));
        if (outcome == ReviewOutcome.Done) return Answer(200, _pages.Done(form.Action, opening, ReadBy(request)));
        if (opening.Page is not { } page) return Closed(opening, request);
        return await LetterAsync(outcome == ReviewOutcome.FormUsed ? 409 : 400, page, form, outcome, cancellation);
    }

    private async Task<WebAnswer> LetterAsync(int status, ReviewPage page, ReviewForm form, ReviewOutcome outcome, CancellationToken cancellation)
    {
        var answer = Answer(status, _pages.Letter(page, form, outcome));
        return review.FilesAsync(page, cancellation) is { } files ? answer.With(FileCookie.Set(api, page.Letter.Id, await files)) : answer;
    }

    private WebAnswer Opened(int status, InboundRequest request) => WebAnswer.Page(status, _pages.Open(ReadBy(request)), urls.Base, runsScript: true);

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

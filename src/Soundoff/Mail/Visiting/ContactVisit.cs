using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Mail.Answering;
using Soundoff.Mail.Receiving;
using Soundoff.Pages;
using Soundoff.Publishing.Rendering;
using Soundoff.Site;

namespace Soundoff.Mail.Visiting;

/// <summary>The contact form, as browsers ask for it and send it.</summary>
public sealed class ContactVisit(ContactForm form, PublicAssets assets, SiteUrls urls, IOptions<MailOptions> options)
{
    private readonly ContactPages _pages = new(urls);

    /// <summary>Answers <c>api/contact?show=&amp;episode=</c>.</summary>
    public async Task<WebAnswer> AnswerAsync(InboundRequest request, CancellationToken cancellation)
    {
        await assets.PutAsync(cancellation);
        var (name, episode) = (request.Query("show") ?? "", request.Query("episode"));
        if (await form.FindAsync(name, episode, cancellation) is not { } to) return Answer(404, _pages.UnknownShow(PageCulture.For(Visitor.Language(request))));
        if (!request.Posts)
        {
            var empty = new ContactMessage { Form = await form.BeginAsync(cancellation), Text = "" };
            return Answer(200, _pages.Form(to.Show, to.Title, empty, ContactOutcome.Taken));
        }

        var posted = await PostedForm.ReadAsync(request, cancellation);
        var message = new ContactMessage
        {
            Form = posted?["form"] ?? "",
            Name = posted?["name"],
            Address = posted?["address"],
            Place = posted?["place"],
            Text = posted?["text"] ?? "",
            Trap = posted?["website"],
            Visitor = Visitor.Of(request, options.Value),
        };
        var outcome = await form.SubmitAsync(to, message, cancellation);
        if (outcome == ContactOutcome.Taken) return Answer(200, _pages.Thanks(to.Show, to.Episode));
        var again = message with { Form = await form.AgainAsync(message.Form, cancellation) };
        return Answer(outcome == ContactOutcome.TooMany ? 429 : 400, _pages.Form(to.Show, to.Title, again, outcome));
    }

    private WebAnswer Answer(int status, byte[] html) => WebAnswer.Page(status, html, urls.Base);
}

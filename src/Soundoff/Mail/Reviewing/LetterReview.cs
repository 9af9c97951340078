using Azure.Storage.Blobs;
using Soundoff.Catalog;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Receiving;
using Soundoff.Shows;
using Soundoff.Storage;

namespace Soundoff.Mail.Reviewing;

/// <summary>What stands behind the signed links in mail to hosts and listeners. Looking changes nothing, so that a link scanner does no harm; the form acts, once.</summary>
public sealed class LetterReview(
    MailTokens tokens, LetterStore letters, LetterDesk desk, LetterEraser eraser, Records records, CatalogTable catalog, MailStore mails, BlobContainerClient container, TimeProvider clock)
{
    private const int MostEpisodes = 100;
    private const LetterActions Textual = LetterActions.Publish | LetterActions.Nameless | LetterActions.Edit;

    private readonly UsedForms _used = new(container);

    /// <summary>What the page shows.</summary>
    public async Task<ReviewOpening> OpenAsync(string token, CancellationToken cancellation)
    {
        var link = await tokens.ReadLinkAsync(token, cancellation);
        if (link.Grant is not { } grant) return new(link.Outcome, null, null);
        if (link.Outcome != ReviewOutcome.Done) return await ExpiredAsync(token, grant, cancellation);
        var show = await ShowAsync(grant, cancellation);
        if (await letters.FindAsync(grant.Show, grant.Letter, cancellation) is not { } letter) return new(ReviewOutcome.Gone, show, null);
        var episode = letter.Episode is { } slug ? await records.EpisodeAsync(grant.Show, slug, cancellation) : null;
        var episodes = grant.Allows(LetterActions.Move) ? await catalog.NewestAsync(grant.Show, MostEpisodes, cancellation) : [];
        var page = new ReviewPage(letter, Allowed(grant, letter), token, await tokens.FormAsync(token, cancellation), show, episode?.Facts.Title ?? letter.Episode, episodes);
        return new(ReviewOutcome.Done, show, page);
    }

    /// <summary>What opens the files of an opened letter for an hour, and does nothing else; null when its link opens none, or there are none.</summary>
    public Task<string>? FilesAsync(ReviewPage page, CancellationToken cancellation) =>
        (page.Allowed & LetterActions.OpenFiles) != 0 && page.Letter.Content!.Attachments.Count > 0 ? tokens.FilesAsync(page.Letter.Show, page.Letter.Id, cancellation) : null;

    /// <summary>An attachment of a letter; null when there is none, it is not given out, or the token does not open this letter's.</summary>
    public async Task<(MailAttachment File, byte[] Content)?> AttachmentAsync(string token, string letter, int index, CancellationToken cancellation)
    {
        if (await tokens.ReadLinkAsync(token, cancellation) is not { Outcome: ReviewOutcome.Done, Grant: { } grant } || !grant.Allows(LetterActions.OpenFiles) || grant.Letter != letter) return null;
        // An erased letter's files are gone with it, even while a copy of the message waits to be removed.
        if (await letters.FindAsync(grant.Show, grant.Letter, cancellation) is null) return null;
        if (await LetterReading.OpenAsync(mails, grant.Letter, cancellation) is not var (opened, _) || index < 0 || index >= opened.Mail.Attachments.Count) return null;
        var file = opened.Mail.Attachments[index];
        if (file.Handling is not (AttachmentHandling.Shown or AttachmentHandling.Download)) return null;
        await using var content = opened.OpenAttachment(index);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        return (file, bytes.ToArray());
    }

    /// <summary>Does what the form asks, if the link allows it and the form was not used before.</summary>
    public async Task<ReviewOutcome> ActAsync(string token, ReviewForm form, CancellationToken cancellation)
    {
        var link = await tokens.ReadLinkAsync(token, cancellation);
        // An expired link can still ask for a fresh one, which goes to the address itself.
        if (link.Grant is not { } grant || (link.Outcome != ReviewOutcome.Done && form.Action != LetterActions.Renew)) return link.Outcome;
        if (!LetterActionNames.All.Contains(form.Action) || !grant.Allows(form.Action)) return ReviewOutcome.NotAllowed;
        if (!IsTrusted(grant))
        {
            if (await letters.FindAsync(grant.Show, grant.Letter, cancellation) is not { } letter) return ReviewOutcome.Gone;
            if ((Allowed(grant, letter) & form.Action) == 0) return ReviewOutcome.NotAllowed;
        }

        if (await tokens.ReadFormAsync(token, form.Form, cancellation) is not { } once) return ReviewOutcome.FormInvalid;
        if (!await _used.BeginAsync(once, form.Wish, cancellation)) return ReviewOutcome.FormUsed;
        var outcome = await ActAsync(grant, form, cancellation);
        if (outcome == ReviewOutcome.Done) await _used.EndAsync(once, cancellation);
        else await _used.ReleaseAsync(once, cancellation);
        return outcome;
    }

    /// <summary>Forgets forms that have expired. To be run once a day.</summary>
    public Task ForgetAsync(CancellationToken cancellation) => _used.ForgetAsync(clock.GetUtcNow(), cancellation);

    private async Task<ReviewOutcome> ActAsync(LetterGrant grant, ReviewForm form, CancellationToken cancellation)
    {
        var (show, id) = (grant.Show, grant.Letter);
        var textual = (form.Action & Textual) != 0;
        // Emptied by hand is not the same as left alone.
        if (textual && form.Text is { } text && string.IsNullOrWhiteSpace(text)) return ReviewOutcome.TextUnfit;
        var episode = (form.Action & (Textual | LetterActions.Move)) != 0 && grant.Allows(LetterActions.Move) ? SlugIn(form.Episode) : null;
        if (episode is { Length: > 0 } && !Episodes.Slug.Is(episode)) return ReviewOutcome.UnknownEpisode;
        return form.Action switch
        {
            LetterActions.Publish => await desk.PublishAsync(show, id, nameless: false, form.Text, form.Override, episode, cancellation),
            LetterActions.Nameless => await desk.PublishAsync(show, id, nameless: true, form.Text, form.Override, episode, cancellation),
            LetterActions.Hide => await desk.HideAsync(show, id, cancellation),
            LetterActions.Block => await desk.BlockAsync(show, id, cancellation),
            LetterActions.Edit => await desk.EditAsync(show, id, form.Text ?? "", episode, cancellation),
            LetterActions.Move => await desk.MoveAsync(show, id, episode, cancellation),
            LetterActions.Withdraw => await desk.WithdrawAsync(show, id, cancellation),
            // Sent by who shows the page.
            LetterActions.Renew => ReviewOutcome.Done,
            LetterActions.Erase => await EraseAsync(grant, cancellation),
            _ => ReviewOutcome.NotAllowed,
        };
    }

    private async Task<ReviewOpening> ExpiredAsync(string token, LetterGrant grant, CancellationToken cancellation)
    {
        var closed = new ReviewOpening(ReviewOutcome.LinkExpired, null, null);
        if (!grant.Allows(LetterActions.Renew) || await letters.FindAsync(grant.Show, grant.Letter, cancellation) is not { } letter) return closed;
        if ((Allowed(grant, letter) & LetterActions.Renew) == 0) return closed;
        return closed with { Show = await ShowAsync(grant, cancellation), Renewal = new(letter, token, await tokens.FormAsync(token, cancellation)) };
    }

    private async Task<Show> ShowAsync(LetterGrant grant, CancellationToken cancellation) => (await records.ShowAsync(grant.Show, cancellation))?.Show ?? ShowDefaults.For(grant.Show);

    // A host's link was sent to a host, a fresh one to the very address that the letter came from.
    private static bool IsTrusted(LetterGrant grant) => grant.Allows(LetterActions.OpenFiles) || grant.Allows(LetterActions.Erase);

    // The link in an acknowledgement was sent to the envelope's sender, and can do no more than that one has proved.
    private static LetterActions Allowed(LetterGrant grant, Letter letter)
    {
        if (IsTrusted(grant)) return grant.Actions;
        var proved = (letter.Content!.IsProved ? LetterActions.Renew : 0) | (letter.Content.IsAnsweredToAuthor ? LetterActions.Withdraw : 0);
        return grant.Actions & proved;
    }

    // People paste the address of the page.
    private static string? SlugIn(string? written) => written is null ? null : Uri.UnescapeDataString(written.Trim().Split('?', '#')[0].TrimEnd('/').Split('/')[^1]);

    private async Task<ReviewOutcome> EraseAsync(LetterGrant grant, CancellationToken cancellation)
    {
        // Without its content: an erasing that broke off is taken up again.
        if (await letters.RowAsync(grant.Show, grant.Letter, cancellation) is not { } letter) return ReviewOutcome.Gone;
        if ((await letters.WithContentAsync(letter, cancellation))?.Content?.Address is { } address) await eraser.EraseAsync(address, letter.Id, cancellation);
        else if (letter.Sender is { } sender) await eraser.EraseSenderAsync(sender, letter.Id, cancellation);
        else await eraser.RemoveAsync(letter, cancellation);
        return ReviewOutcome.Done;
    }
}

using Azure.Storage.Blobs;
using Soundoff.Catalog;
using Soundoff.Mail.Keeping;
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
        var show = (await records.ShowAsync(grant.Show, cancellation))?.Show ?? ShowDefaults.For(grant.Show);
        if (await letters.FindAsync(grant.Show, grant.Letter, cancellation) is not { } letter) return new(ReviewOutcome.Gone, show, null);
        var episode = letter.Episode is { } slug ? await records.EpisodeAsync(grant.Show, slug, cancellation) : null;
        var episodes = grant.Allows(LetterActions.Move) ? await catalog.NewestAsync(grant.Show, MostEpisodes, cancellation) : [];
        var page = new ReviewPage(letter, grant.Actions, token, await tokens.FormAsync(token, cancellation), show, episode?.Facts.Title ?? letter.Episode, episodes);
        return new(ReviewOutcome.Done, show, page);
    }

    /// <summary>An attachment of the letter, for links that open files; null when there is none, or it is not given out.</summary>
    public async Task<(MailAttachment File, byte[] Content)?> AttachmentAsync(string token, int index, CancellationToken cancellation)
    {
        if ((await tokens.ReadLinkAsync(token, cancellation)).Grant is not { } grant || !grant.Allows(LetterActions.OpenFiles)) return null;
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
        if (link.Grant is not { } grant) return link.Outcome;
        if (!LetterActionNames.All.Contains(form.Action) || !grant.Allows(form.Action)) return ReviewOutcome.NotAllowed;
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
            LetterActions.Erase => await EraseAsync(grant, cancellation),
            _ => ReviewOutcome.NotAllowed,
        };
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

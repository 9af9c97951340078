using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Receiving;
using Soundoff.Publishing;

namespace Soundoff.Mail.Reviewing;

/// <summary>The page behind the signed links in mail to hosts and listeners. Looking changes nothing, so that a link scanner does no harm; the form acts, once.</summary>
public sealed class LetterReview(
    MailTokens tokens, LetterStore letters, LetterDesk desk, LetterEraser eraser, Records records, MailStore mails, BlobContainerClient container, TimeProvider clock)
{
    private readonly SeenMarks _used = new(container, "forms", TimeSpan.FromHours(2));

    /// <summary>What the page shows; null when the link is not ours, has expired, or the letter is gone.</summary>
    public async Task<ReviewPage?> OpenAsync(string token, CancellationToken cancellation)
    {
        if (await tokens.ReadLinkAsync(token, cancellation) is not { } grant) return null;
        if (await letters.FindAsync(grant.Show, grant.Letter, cancellation) is not { } letter) return null;
        var show = (await records.ShowAsync(grant.Show, cancellation))?.Show;
        var episode = letter.Episode is { } slug ? await records.EpisodeAsync(grant.Show, slug, cancellation) : null;
        return new(letter, grant.Actions, await tokens.FormAsync(token, cancellation), show?.Title ?? grant.Show, episode?.Facts.Title ?? letter.Episode, show?.Language ?? "en");
    }

    /// <summary>An attachment of the letter behind a host's link, to be read once and disposed of; null when there is none, or it is not given out.</summary>
    public async Task<(MailAttachment File, Stream Content)?> AttachmentAsync(string token, int index, CancellationToken cancellation)
    {
        if (await tokens.ReadLinkAsync(token, cancellation) is not { } grant || await mails.FindAsync(grant.Letter, cancellation) is null) return null;
        await using var raw = await mails.OpenAsync(grant.Letter, cancellation);
        using var bytes = new MemoryStream();
        await raw.CopyToAsync(bytes, cancellation);
        var opened = MailReader.Open(bytes.ToArray());
        if (index < 0 || index >= opened.Mail.Attachments.Count) return null;
        var file = opened.Mail.Attachments[index];
        return file.Handling is AttachmentHandling.Shown or AttachmentHandling.Download ? (file, opened.OpenAttachment(index)) : null;
    }

    /// <summary>Does what the form asks, if the link allows it and the form was not used before.</summary>
    public async Task<ReviewOutcome> ActAsync(string token, ReviewForm form, CancellationToken cancellation)
    {
        if (await tokens.ReadLinkAsync(token, cancellation) is not { } grant) return ReviewOutcome.LinkInvalid;
        if (!Enum.IsDefined(form.Action) || form.Action == LetterActions.None || (grant.Actions & form.Action) != form.Action) return ReviewOutcome.NotAllowed;
        var mark = SHA256.HashData(Encoding.UTF8.GetBytes(form.Form));
        if (await tokens.ReadFormAsync(token, form.Form, cancellation) is not { } expires || await _used.ContainsAsync(expires, mark, cancellation)) return ReviewOutcome.FormInvalid;
        var outcome = await ActAsync(grant, form, cancellation);
        // A form that was refused may be mended and sent again.
        if (outcome == ReviewOutcome.Done) await _used.AddAsync(expires, mark, cancellation);
        return outcome;
    }

    /// <summary>Forgets forms that have expired. To be run once a day.</summary>
    public Task ForgetAsync(CancellationToken cancellation) => _used.ForgetAsync(clock.GetUtcNow(), cancellation);

    private Task<ReviewOutcome> ActAsync(LetterGrant grant, ReviewForm form, CancellationToken cancellation) => form.Action switch
    {
        LetterActions.Publish => desk.PublishAsync(grant.Show, grant.Letter, nameless: false, form.Text, form.Override, cancellation),
        LetterActions.PublishNameless => desk.PublishAsync(grant.Show, grant.Letter, nameless: true, form.Text, form.Override, cancellation),
        LetterActions.Hide => desk.HideAsync(grant.Show, grant.Letter, cancellation),
        LetterActions.Block => desk.BlockAsync(grant.Show, grant.Letter, cancellation),
        LetterActions.Edit => desk.EditAsync(grant.Show, grant.Letter, form.Text ?? "", cancellation),
        LetterActions.Move => desk.MoveAsync(grant.Show, grant.Letter, string.IsNullOrWhiteSpace(form.Episode) ? null : form.Episode.Trim(), cancellation),
        LetterActions.Withdraw => desk.WithdrawAsync(grant.Show, grant.Letter, cancellation),
        LetterActions.Erase => EraseAsync(grant, cancellation),
        _ => Task.FromResult(ReviewOutcome.NotAllowed),
    };

    private async Task<ReviewOutcome> EraseAsync(LetterGrant grant, CancellationToken cancellation)
    {
        if (await letters.FindAsync(grant.Show, grant.Letter, cancellation) is not { } letter) return ReviewOutcome.Gone;
        if (letter.Content!.Address is { } address) await eraser.EraseAsync(address, cancellation);
        else await eraser.RemoveAsync(letter, cancellation);
        return ReviewOutcome.Done;
    }
}

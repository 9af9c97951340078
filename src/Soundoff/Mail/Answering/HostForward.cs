using Soundoff.Account;
using Soundoff.Languages;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Sending;
using Soundoff.Mail.Templates;
using Soundoff.Shows;

namespace Soundoff.Mail.Answering;

/// <summary>Passes a letter on to the show's hosts: at least once each, with a message id that a repetition shares.</summary>
public sealed class HostForward(LetterStore letters, MailSecret secret, ForwardedLetter forwarded, HostNotices notices, IMailSender sender)
{
    /// <summary>Sends it to each host who does not have it yet.</summary>
    /// <returns>The letter as it is now.</returns>
    /// <exception cref="MailNotSentException">A host did not get it, for a reason that may pass: try again later.</exception>
    public async Task<Letter> SendAsync(Show show, IReadOnlyList<Show> all, Letter letter, KeptMail kept, OpenedMail opened, byte[] raw, CancellationToken cancellation)
    {
        foreach (var host in show.Mail.Hosts.Where(h => !ShowMailbox.IsOurs(h, all)))
        {
            var hash = (await secret.HashAsync(host, cancellation))[..8];
            if (letter.Forwarded.Contains(hash)) continue;
            var mail = await ComposeAsync(show, letter, host, hash, cancellation);
            var result = await sender.SendAsync(mail with { Attachments = [.. ForwardedFiles.Of(opened), .. ForwardedFiles.Raw(kept, raw)] }, cancellation);
            if (result.Outcome == SendOutcome.Refused)
                await notices.AddAsync(show, letter.Id, words => Words.Filled(words.ForwardRefused, result.Reason ?? words.NoReason), cancellation);
            await letters.UpdateAsync(letter with { Forwarded = [.. letter.Forwarded, hash] }, [], cancellation);
            letter = await letters.FindAsync(letter.Show, letter.Id, cancellation) ?? throw new ConflictException("The letter was removed.", null);
        }

        return letter;
    }

    private async Task<OutgoingMail> ComposeAsync(Show show, Letter letter, string host, string hash, CancellationToken cancellation)
    {
        var (content, phrases) = (letter.Content!, MailPhrases.For(show.Language));
        var words = MailTemplates.Render("forward", show, await forwarded.ValuesAsync(show, letter, int.MaxValue, cancellation));
        return new()
        {
            From = new(ShowMailbox.Address(show, null), phrases.Via(content.Name ?? phrases.Listener, show.Title)),
            To = new(host),
            ReplyTo = new(await forwarded.RelayAsync(show, letter, cancellation), content.Name),
            Subject = words.Subject,
            Text = words.Text,
            Html = words.Html,
            MessageId = ShowMailbox.MessageId("forward", show, letter.Episode, $"{letter.Id}-{hash}"),
            Headers = ShowMailbox.Headers(show, ("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All")),
        };
    }
}

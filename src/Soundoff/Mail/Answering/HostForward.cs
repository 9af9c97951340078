using Soundoff.Languages;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Reviewing;
using Soundoff.Mail.Sending;
using Soundoff.Publishing;
using Soundoff.Shows;

namespace Soundoff.Mail.Answering;

/// <summary>Passes a letter on to the show's hosts: at least once each, with a message id that a repetition shares.</summary>
public sealed class HostForward(LetterStore letters, MailSecret secret, MailTokens tokens, ReviewLinks links, Records records, HostNotices notices, IMailSender sender)
{
    /// <summary>Sends it to each host who does not have it yet.</summary>
    /// <returns>The letter as it is now.</returns>
    /// <exception cref="MailNotSentException">A host did not get it, for a reason that may pass: try again later.</exception>
    public async Task<Letter> SendAsync(Show show, IReadOnlyList<Show> all, Letter letter, KeptMail kept, OpenedMail opened, byte[] raw, CancellationToken cancellation)
    {
        if (letter.Quiet) return letter;
        foreach (var host in show.Mail.Hosts.Where(h => !ShowMailbox.IsOurs(h, all)))
        {
            var hash = (await secret.HashAsync(host, cancellation))[..8];
            if (letter.Forwarded.Contains(hash)) continue;
            var mail = await ComposeAsync(show, letter, host, hash, cancellation);
            var result = await sender.SendAsync(mail with { Attachments = [.. ForwardedFiles.Of(opened), .. ForwardedFiles.Raw(kept, raw)] }, cancellation);
            if (result.Outcome == SendOutcome.Refused)
                await notices.AddAsync(show, letter.Id, words => Words.Filled(words.ForwardRefused, result.Reason ?? words.NoReason), cancellation);
            await letters.UpdateAsync(letter with { Forwarded = [.. letter.Forwarded, hash] }, [], cancellation);
            letter = await letters.FindAsync(letter.Show, letter.Id, cancellation) ?? throw new Catalog.ConflictException("The letter was removed.", null);
        }

        return letter;
    }

    private async Task<OutgoingMail> ComposeAsync(Show show, Letter letter, string host, string hash, CancellationToken cancellation)
    {
        var (content, phrases) = (letter.Content!, MailPhrases.For(show.Language));
        var episode = letter.Episode is { } slug ? (await records.EpisodeAsync(show.Name, slug, cancellation))?.Facts.Title ?? slug : null;
        var words = MailTemplates.Render("forward", show, await ValuesAsync(show, letter, episode, cancellation));
        return new()
        {
            From = new(ShowMailbox.Address(show, null), phrases.Via(content.Name ?? phrases.Listener, show.Title)),
            To = new(host),
            ReplyTo = new($"{await tokens.RelayAsync(show.Name, letter.Id, cancellation)}@{show.Contact!.Domain}", content.Name),
            Subject = words.Subject,
            Text = words.Text,
            Html = words.Html,
            MessageId = ShowMailbox.MessageId("forward", show, letter.Episode, $"{letter.Id}-{hash}"),
            Headers = ShowMailbox.Headers(show, ("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All")),
        };
    }

    private async Task<IReadOnlyDictionary<string, object?>> ValuesAsync(Show show, Letter letter, string? episode, CancellationToken cancellation)
    {
        var (content, phrases) = (letter.Content!, MailPhrases.For(show.Language));
        return new Dictionary<string, object?>
        {
            ["episode"] = episode,
            ["subject"] = content.Subject.Length > 0 ? content.Subject : letter.Excerpt,
            ["name"] = content.Name ?? phrases.Listener,
            ["place"] = content.Place,
            ["address"] = content.Address,
            ["text"] = content.Text,
            ["paragraphs"] = LetterParagraphs.Of(content.Text),
            ["forbids"] = letter.ForbidsPublication,
            ["nameless"] = letter.ForbidsName,
            ["rule"] = letter.Rule,
            ["episodeRule"] = letter.EpisodeRule,
            ["spam"] = content.SpamScore is { } score ? phrases.Culture.Score(score) : null,
            ["spf"] = phrases.Told(content.Spf),
            ["dkim"] = phrases.Told(content.Dkim),
            ["files"] = content.Attachments.Select(phrases.File).ToArray(),
            ["repairs"] = content.Repairs.Select(repair => RepairSentences.In(repair, phrases.Culture.Words)).ToArray(),
            ["review"] = await links.HostAsync(letter, cancellation),
        };
    }
}

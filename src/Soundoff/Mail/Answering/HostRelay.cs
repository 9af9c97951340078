using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.Languages;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Matching;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Reviewing;
using Soundoff.Mail.Sending;
using Soundoff.Mail.Sorting;
using Soundoff.Mail.Sorting.Proof;
using Soundoff.Mail.Templates;
using Soundoff.Shows;

namespace Soundoff.Mail.Answering;

/// <summary>Passes a host's answer on to a letter's author, from the show's address and without the host's own: at most once.</summary>
public sealed class HostRelay(MailTokens tokens, LetterStore letters, LetterTable table, HostNotices notices, IMailSender sender, TimeProvider clock)
{
    /// <summary>The rule of a message to a relay address whose author may not use it.</summary>
    public const string Refused = "relay.refused";

    /// <summary>The letter that a message to a relay address answers; null for mail to any other address.</summary>
    internal async Task<(Show Show, Letter Letter)?> FindAsync(Delivery delivery, IReadOnlyList<Show> shows, CancellationToken cancellation)
    {
        foreach (var recipient in delivery.To.Take(100).Select(Recipient.Parse).OfType<Recipient>())
        {
            if (recipient.Tag is not { } token || !recipient.Mailbox.Equals("reply", StringComparison.OrdinalIgnoreCase)) continue;
            foreach (var show in shows.Where(s => s.Contact!.Domain.Equals(recipient.Domain, StringComparison.OrdinalIgnoreCase)))
                if (await tokens.ReadRelayAsync(show.Name, token, cancellation) is { } id && await letters.FindAsync(show.Name, id, cancellation) is { } letter) return (show, letter);
        }

        return null;
    }

    /// <summary>Whether the author is one of the show's hosts and SPF or DKIM vouches for that.</summary>
    public static bool Allows(Show show, ReadMail mail, Delivery delivery) =>
        mail.Address is { } address && show.Mail.Hosts.Contains(address) && SenderProof.Vouches(mail, delivery);

    /// <summary>Sends it. It is marked before it is sent.</summary>
    /// <exception cref="MailNotSentException">It was not sent, for a reason that may pass, and is not marked: try again later.</exception>
    public async Task SendAsync(Show show, Letter letter, KeptMail kept, OpenedMail opened, CancellationToken cancellation)
    {
        if (letter.Content!.Address is not { } address)
        {
            await notices.AddAsync(show, kept.Id, words => words.AnswerLost, cancellation);
            return;
        }

        // An answer that is nothing but the forwarded letter would hand the hosts' links to the listener.
        if (HoldsLink(opened.Mail.Text))
        {
            await notices.AddAsync(show, kept.Id, words => words.AnswerHeldLetter, cancellation);
            return;
        }

        var key = LetterKey.Of(opened.Mail)[..32];
        var mark = new TableEntity(show.Name, LetterKeys.Reply(letter.Id, key)) { ["Mail"] = kept.Id, ["Time"] = clock.GetUtcNow() };
        try
        {
            await table.SubmitAsync([new(TableTransactionActionType.Add, mark)], cancellation);
        }
        catch (ConflictException)
        {
            return;
        }

        try
        {
            var result = await sender.SendAsync(Compose(show, letter, opened, address, key), cancellation);
            if (result.Outcome == SendOutcome.Refused)
                await notices.AddAsync(show, kept.Id, words => Words.Filled(words.AnswerRefused, result.Reason ?? words.NoReason), cancellation);
        }
        catch (MailNotSentException)
        {
            await table.DeleteAsync(show.Name, mark.RowKey, cancellation);
            throw;
        }
    }

    // As it stands in our mail, or as programs that look at links before their readers write it into one of theirs.
    private static bool HoldsLink(string text) =>
        text.Contains(Site.ApiUrls.ReviewPage, StringComparison.OrdinalIgnoreCase) || text.Contains(Uri.EscapeDataString(Site.ApiUrls.ReviewPage), StringComparison.OrdinalIgnoreCase);

    private static OutgoingMail Compose(Show show, Letter letter, OpenedMail opened, string address, string key)
    {
        var text = show.Mail.Hosts.Aggregate(opened.Mail.Text, (t, host) => t.Replace(host, ShowMailbox.Address(show, letter.Episode), StringComparison.OrdinalIgnoreCase));
        var words = MailTemplates.Render("relay", show, new Dictionary<string, object?>
        {
            ["subject"] = ShowMailbox.Answer(letter.Content!.Subject, show.Title),
            ["text"] = text,
            ["paragraphs"] = LetterParagraphs.Of(text),
        });
        return new()
        {
            From = ShowMailbox.Party(show, letter.Episode),
            To = new(address, letter.Content.Name),
            Subject = words.Subject,
            Text = words.Text,
            Html = words.Html,
            MessageId = ShowMailbox.MessageId("relay", show, letter.Episode, $"{letter.Id}-{key}"),
            InReplyTo = letter.Content.MessageId,
            References = letter.Content.MessageId is { } id ? [.. letter.Content.Answers.Reverse(), id] : [],
            Headers = ShowMailbox.Headers(show),
            Attachments = ForwardedFiles.Of(opened),
            AtMostOnce = true,
        };
    }
}

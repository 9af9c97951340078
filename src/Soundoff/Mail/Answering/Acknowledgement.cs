using Microsoft.Extensions.Logging;
using Soundoff.Account;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Sending;
using Soundoff.Mail.Sorting;
using Soundoff.Mail.Sorting.Proof;
using Soundoff.Mail.Templates;
using Soundoff.Shows;

namespace Soundoff.Mail.Answering;

/// <summary>
/// Tells a listener that a letter arrived: at most once a letter, once a day, and never to whom it could not reach or who does not want it. Only where SPF or DKIM vouches for the
/// author and for the address that gets it: else it would go to people who wrote nothing.
/// </summary>
public sealed partial class Acknowledgement(
    LetterStore letters, SenderBook senders, MailSecret secret, ReviewLinks links, IMailSender sender, TimeProvider clock, ILogger<Acknowledgement> logger)
{
    // RFC 3834 section 2: roles that no person reads.
    private static readonly string[] Roles = ["noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "postmaster", "mailer-daemon", "bounce", "bounces", "owner-"];

    /// <summary>Sends it if it is due. It is marked before it is sent: a crash in between loses it, and nothing ever repeats it.</summary>
    /// <exception cref="ConflictException">Somebody else marked it: start over.</exception>
    public async Task SendAsync(Show show, IReadOnlyList<Show> all, Letter letter, CancellationToken cancellation)
    {
        if (letter.Acknowledged || letter.Quiet || !show.Mail.Acknowledge || letter.Content!.WantsNoAnswer || letter.Content.Envelope is not { Length: > 0 } address) return;
        if (!letter.Content.IsProved || !SenderProof.Vouches(address, address, letter.Content.Spf, letter.Content.Dkim)) return;
        if (!IsPerson(address) || ShowMailbox.IsOurs(address, all)) return;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var rows = new List<SenderRow>();
        // A mail system may give every message an envelope of its own: the author counts as well.
        foreach (var hash in new[] { await secret.HashAsync(address, cancellation), letter.Sender }.OfType<string>().Distinct())
        {
            var row = await senders.FindAsync(letter.Show, hash, cancellation);
            if (row.Undeliverable || row.Acknowledged == today || await senders.IsClosedAsync(hash, cancellation)) return;
            rows.Add(row with { Acknowledged = today });
        }

        await letters.UpdateAsync(letter with { Acknowledged = true }, rows.Select(r => r.Action(letter.Show)), cancellation);
        await SendAsync(await ComposeAsync(show, letter, address, cancellation), letter.Id, cancellation);
    }

    private async Task SendAsync(OutgoingMail mail, string id, CancellationToken cancellation)
    {
        try
        {
            Sent(id, (await sender.SendAsync(mail, cancellation)).Outcome);
        }
        catch (MailNotSentException lost)
        {
            // It stays marked: rather none than two.
            NotSent(id, lost.Message);
        }
    }

    private async Task<OutgoingMail> ComposeAsync(Show show, Letter letter, string address, CancellationToken cancellation)
    {
        var words = MailTemplates.Render("ack", show, new Dictionary<string, object?>
        {
            ["subject"] = letter.Content!.Subject,
            // Another mailbox of the same domain is not the author's.
            ["withdraw"] = letter.Content.IsAnsweredToAuthor ? await links.ListenerAsync(letter, cancellation) : null,
        });
        return new()
        {
            From = ShowMailbox.Party(show, letter.Episode),
            To = new(address),
            Subject = words.Subject,
            Text = words.Text,
            Html = words.Html,
            MessageId = ShowMailbox.MessageId("ack", show, letter.Episode, letter.Id),
            InReplyTo = letter.Content.MessageId,
            References = letter.Content.MessageId is { } id ? [.. letter.Content.Answers.Reverse(), id] : [],
            Headers = ShowMailbox.Headers(show, ("Auto-Submitted", "auto-replied"), ("X-Auto-Response-Suppress", "All"), ("Precedence", "auto_reply")),
            AtMostOnce = true,
        };
    }

    private static bool IsPerson(string address) =>
        MailAddress.TryParse(address, out var parsed) && !parsed.Mailbox.EndsWith("-request", StringComparison.OrdinalIgnoreCase)
        && !Roles.Any(r => parsed.Mailbox.StartsWith(r, StringComparison.OrdinalIgnoreCase));

    [LoggerMessage(11, LogLevel.Information, "The acknowledgement of letter {Id} was handed over: {Outcome}.")]
    private partial void Sent(string id, SendOutcome outcome);

    [LoggerMessage(12, LogLevel.Warning, "The acknowledgement of letter {Id} is lost: {Reason}")]
    private partial void NotSent(string id, string reason);
}

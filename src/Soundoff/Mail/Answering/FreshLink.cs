using System.Globalization;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Sending;
using Soundoff.Mail.Templates;
using Soundoff.Shows;

namespace Soundoff.Mail.Answering;

/// <summary>
/// Sends a listener who asks by an earlier link a fresh one: to the address that the letter came from, which SPF or DKIM vouched for, and to no other. Whoever found the earlier link
/// in a log or a mailbox that is passed on gets nothing by asking.
/// </summary>
public sealed class FreshLink(ReviewLinks links, ContactLimit limit, IMailSender sender, TimeProvider clock)
{
    private const int PerHour = 3;

    /// <summary>Sends it: at most three an hour to an address.</summary>
    /// <param name="show">The letter's show.</param>
    /// <param name="letter">The letter with its content.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>False when it could not be sent, for a reason that may pass. Whoever asks too often, or for an address that nobody vouches for, is not told so.</returns>
    public async Task<bool> SendAsync(Show show, Letter letter, CancellationToken cancellation)
    {
        if (show.Contact is null || letter.Content is not { IsProved: true, Address: { } address }) return true;
        if (!await limit.CountAsync(show.Name, "link", address, PerHour, cancellation)) return true;
        var words = MailTemplates.Render("link", show, new Dictionary<string, object?>
        {
            ["subject"] = letter.Content.Subject,
            ["link"] = await links.FreshAsync(letter, cancellation),
        });
        var asked = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var mail = new OutgoingMail
        {
            From = ShowMailbox.Party(show, letter.Episode),
            To = new(address),
            Subject = words.Subject,
            Text = words.Text,
            Html = words.Html,
            MessageId = ShowMailbox.MessageId("link", show, letter.Episode, $"{letter.Id}-{asked}"),
            Headers = ShowMailbox.Headers(show, ("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All")),
            AtMostOnce = true,
        };
        try
        {
            await sender.SendAsync(mail, cancellation);
            return true;
        }
        catch (MailNotSentException)
        {
            return false;
        }
    }
}

using System.Text;
using Soundoff.Mail.Sending;
using Soundoff.Mail.Sorting;
using Soundoff.Shows;

namespace Soundoff.Mail.Answering;

/// <summary>What all mail of a show has in common.</summary>
internal static class ShowMailbox
{
    /// <summary>The show's address; an episode's own where a mail system can carry it.</summary>
    public static string Address(Show show, string? episode)
    {
        var contact = show.Contact!;
        var mailbox = contact.MailboxFor(episode);
        return $"{(Ascii.IsValid(mailbox) ? mailbox : contact.Mailbox)}@{contact.Domain}";
    }

    /// <summary>The message id of a mail: the same for the same letter and reader.</summary>
    public static string MessageId(string kind, Show show, string? episode, string id) => new OurMessageId(kind, show.Name, episode, id, show.Contact!.Domain.ToLowerInvariant()).ToString();

    /// <summary>The field that tells our own mail when it comes back, and others.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Headers(Show show, params (string Name, string Value)[] others) =>
        [new(OwnMail.LoopHeader, show.Name), .. others.Select(h => new KeyValuePair<string, string>(h.Name, h.Value))];

    /// <summary>Whether an address is one that shows are written to: mail to it would come back.</summary>
    public static bool IsOurs(string address, IEnumerable<Show> shows) =>
        MailAddress.TryParse(address, out var parsed) && shows.Any(s => s.Contact!.Domain.Equals(parsed.Domain, StringComparison.OrdinalIgnoreCase)
            && (parsed.Mailbox.StartsWith("reply+", StringComparison.OrdinalIgnoreCase) || parsed.Mailbox.Split('+')[0].Equals(s.Contact.Mailbox, StringComparison.OrdinalIgnoreCase)));

    /// <summary>"Re: …", once.</summary>
    public static string Answer(string subject, string otherwise)
    {
        var bare = subject.Length == 0 ? otherwise : subject;
        return bare.StartsWith("re:", StringComparison.OrdinalIgnoreCase) ? bare : "Re: " + bare;
    }

    public static MailParty Party(Show show, string? episode) => new(Address(show, episode), show.Title);
}

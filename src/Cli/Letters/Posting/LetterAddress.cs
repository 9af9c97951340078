using MimeKit;
using Soundoff.Catalog;
using Soundoff.Cli.Places;
using Soundoff.Mail.Reading;
using Soundoff.Shows;
using Soundoff.Storage;

namespace Soundoff.Cli.Letters.Posting;

/// <summary>Whom a message in a file is for, and who sends it.</summary>
internal static class LetterAddress
{
    private static readonly string[] RecipientFields = ["X-Original-To", "Envelope-To", "Delivered-To", "To", "Cc"];

    /// <summary>The envelope that a mail server would give it; null and why when nobody can be found whom it is for.</summary>
    /// <param name="message">The message.</param>
    /// <param name="from">The sender; null for the one in the message.</param>
    /// <param name="to">The recipient; null for the contact address of <paramref name="show"/>, or else those in the message.</param>
    /// <param name="show">The show whose contact address it is for.</param>
    /// <param name="episode">The episode that the address shall name.</param>
    /// <param name="place">Knows the shows' addresses.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<(LetterEnvelope? Envelope, string Why)> OfAsync(
        byte[] message, string? from, string? to, string? show, string? episode, StoragePlace place, CancellationToken cancellation)
    {
        var mail = MailReader.Read(message);
        var sender = from ?? Sender(mail);
        if (to is not null) return (new(sender, [Tagged(to, episode)]), "");
        if (show is not null || episode is not null)
        {
            var (address, why) = await ContactAsync(place, show, episode, cancellation);
            return address is null ? (null, why) : (new(sender, [address]), "");
        }

        return OfMessage(mail, sender);
    }

    /// <summary>The envelope that the message itself tells of; null and why when it names nobody it is for.</summary>
    public static (LetterEnvelope? Envelope, string Why) OfMessage(byte[] message)
    {
        var mail = MailReader.Read(message);
        return OfMessage(mail, Sender(mail));
    }

    private static (LetterEnvelope? Envelope, string Why) OfMessage(ReadMail mail, string? sender)
    {
        var recipients = RecipientFields.Select(field => InField(mail, field)).FirstOrDefault(found => found.Count > 0);
        return recipients is null ? (null, "The message names nobody it is for. Say --to, or --show.") : (new(sender, recipients), "");
    }

    private static string? Sender(ReadMail mail) => mail.Header("Return-Path")?.Trim(' ', '\t', '<', '>') ?? mail.Address;

    private static async Task<(string? Address, string Why)> ContactAsync(StoragePlace place, string? name, string? episode, CancellationToken cancellation)
    {
        var shows = (await place.Get<Records>().WithContactAsync(cancellation)).Where(show => name is null || show.Name == name).ToList();
        if (name is not null && shows.Count == 0) return (null, $"There is no show \"{name}\" with a contact address in {place.Name}.");
        if (episode is null) return ($"{shows[0].Contact!.Mailbox}@{shows[0].Contact!.Domain}", "");
        var with = new List<Show>();
        foreach (var show in shows)
            if (await place.Get<CatalogTable>().FindAsync(show.Name, episode, cancellation) is { State: EpisodeState.Live }) with.Add(show);
        return with switch
        {
            [] => (null, $"There is no live episode \"{episode}\" {(name is null ? "in any show that has a contact address" : $"of \"{name}\"")}."),
            [var only] => ($"{only.Contact!.MailboxFor(episode)}@{only.Contact.Domain}", ""),
            _ => (null, $"Several shows have an episode \"{episode}\". Say which: --show {string.Join(" or ", with.Select(one => one.Name))}."),
        };
    }

    private static string Tagged(string address, string? episode)
    {
        var at = address.LastIndexOf('@');
        return episode is null || at < 0 || address.AsSpan(0, at).Contains('+') ? address : $"{address[..at]}+{episode}{address[at..]}";
    }

    private static List<string> InField(ReadMail mail, string field) =>
        mail.Header(field) is { } value && InternetAddressList.TryParse(value, out var list) ? [.. list.Mailboxes.Select(mailbox => mailbox.Address)] : [];
}

using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting;
using Soundoff.Site;

namespace Soundoff.Mail.Matching;

/// <summary>What a message alone tells of shows and episodes, where there is no catalog to ask: that what it is addressed to exists.</summary>
public static class AddressedShows
{
    private const string Mailbox = "contact";

    /// <summary>
    /// A show for every domain with a recipient <c>contact@</c> or <c>contact+{slug}@</c>, with the episodes that recipients and answered messages of
    /// ours name. A show is called by its name where an answered message tells it, else by its domain.
    /// </summary>
    public static ShowDirectory Of(ReadMail mail, Delivery delivery)
    {
        var recipients = Recipients.All(mail, delivery).Where(r => r.Mailbox.Equals(Mailbox, StringComparison.OrdinalIgnoreCase)).ToLookup(r => r.Domain);
        return new([.. recipients.SelectMany(domain => Shows(domain.Key, domain, Answered(mail, domain.Key)))]);
    }

    private static IEnumerable<ShowEntry> Shows(string domain, IEnumerable<Recipient> recipients, ILookup<string, OurMessageId> answered)
    {
        var names = answered.Count > 0 ? answered.Select(a => a.Key) : [domain];
        return names.Select(name => new ShowEntry
        {
            Show = name,
            Contact = new ContactAddress(Mailbox, domain),
            Episodes = [.. recipients.Select(r => r.Tag).Concat(answered[name].Select(a => a.Slug)).OfType<string>().Distinct().Select(Episode)],
        });
    }

    private static ILookup<string, OurMessageId> Answered(ReadMail mail, string domain) =>
        mail.Answers.Take(100).Select(text => OurMessageId.TryParse(text, out var id) ? id : null).OfType<OurMessageId>()
            .Where(id => id.Domain.Equals(domain, StringComparison.OrdinalIgnoreCase)).ToLookup(id => id.Show);

    // Of a day that no letter is near to: it is never the newest.
    private static EpisodeEntry Episode(string slug) => new() { Slug = slug, Title = slug, Date = DateTimeOffset.MinValue };
}

using Soundoff.Mail.Reading;
using Soundoff.Site;

namespace Soundoff.Mail.Matching;

/// <summary>Decides which show and which episode a message is about.</summary>
public static class EpisodeMatcher
{
    /// <summary>For so long after the newest episode, a letter that names none is about it.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    /// <summary>
    /// Recipient, answer, link, title or number, the newest episode, the show at large: the first that speaks clearly decides. A recipient that names no
    /// episode we know is told, and the next rule is asked.
    /// </summary>
    public static EpisodeMatch Match(ReadMail mail, Delivery delivery, ShowDirectory directory)
    {
        var recipients = Recipients.Of(mail, delivery, directory);
        var unknown = recipients.Select(r => r.Tag).FirstOrDefault(t => t is not null);
        foreach (var (show, tag) in recipients)
            if (tag is not null && Tagged(show, tag) is { } episode) return new EpisodeMatch(show.Show, episode.Slug, EpisodeRules.Recipient);

        // The recipient decides the show even where it does not decide the episode.
        IReadOnlyList<ShowEntry> shows = recipients.Count > 0 ? [.. recipients.Select(r => r.Show).Distinct()] : directory.Shows;
        var match = Answered(mail, directory, shows) ?? Linked(mail, shows) ?? Named(mail, shows) ?? AtLarge(mail, delivery, directory, shows, recipients.Count > 0);
        return match with { UnknownSlug = unknown };
    }

    // A mailbox holds 64 octets (RFC 5321 section 4.5.3.1.1): of a long slug our own pages, or a mail program, keep the beginning.
    private static EpisodeEntry? Tagged(ShowEntry show, string tag)
    {
        if (show.Find(tag) is { } episode) return episode;
        if (tag.Length < ContactAddress.ShortestTag) return null;
        var begun = show.Episodes.Where(e => e.Slug.StartsWith(tag, StringComparison.Ordinal)).Take(2).ToArray();
        return begun.Length == 1 ? begun[0] : null;
    }

    private static EpisodeMatch? Answered(ReadMail mail, ShowDirectory directory, IReadOnlyList<ShowEntry> shows)
    {
        foreach (var id in EpisodeMentions.Answers(mail, directory))
            if (id.Slug is { } slug && shows.FirstOrDefault(s => s.Show == id.Show) is { } show && show.Find(slug) is { } episode)
                return new EpisodeMatch(show.Show, episode.Slug, EpisodeRules.Answer);
        return null;
    }

    // What the listener wrote comes before what is quoted below it.
    private static EpisodeMatch? Linked(ReadMail mail, IReadOnlyList<ShowEntry> shows) =>
        Only(EpisodeRules.Link, shows, s => EpisodeLinks.Find(mail.Subject, s).Concat(EpisodeLinks.Find(mail.Text, s)))
        ?? Only(EpisodeRules.Link, shows, s => EpisodeLinks.Find(mail.WholeText, s));

    private static EpisodeMatch? Named(ReadMail mail, IReadOnlyList<ShowEntry> shows)
    {
        var naming = new EpisodeNaming(mail);
        return Only(EpisodeRules.Title, shows, naming.TitlesInSubject) ?? Only(EpisodeRules.Number, shows, naming.NumbersInSubject)
            ?? Only(EpisodeRules.Title, shows, naming.TitlesInText) ?? Only(EpisodeRules.Number, shows, naming.NumbersInText);
    }

    private static EpisodeMatch AtLarge(ReadMail mail, Delivery delivery, ShowDirectory directory, IReadOnlyList<ShowEntry> shows, bool addressed)
    {
        var answered = EpisodeMentions.Answers(mail, directory).Select(id => shows.FirstOrDefault(s => s.Show == id.Show)).FirstOrDefault(s => s is not null);
        var show = answered ?? (addressed || shows.Count == 1 ? shows[0] : null);
        if (show is null) return new EpisodeMatch(null, null, EpisodeRules.None);
        var newest = show.Episodes.Where(e => e.Date <= delivery.Received).MaxBy(e => e.Date);
        return newest is not null && delivery.Received - newest.Date <= Fresh
            ? new EpisodeMatch(show.Show, newest.Slug, EpisodeRules.Newest)
            : new EpisodeMatch(show.Show, null, EpisodeRules.Show);
    }

    // Two episodes named are none decided.
    private static EpisodeMatch? Only(string rule, IReadOnlyList<ShowEntry> shows, Func<ShowEntry, IEnumerable<EpisodeEntry>> find)
    {
        var found = shows.SelectMany(s => find(s).Select(e => new EpisodeMatch(s.Show, e.Slug, rule))).Distinct().Take(2).ToArray();
        return found.Length == 1 ? found[0] : null;
    }
}

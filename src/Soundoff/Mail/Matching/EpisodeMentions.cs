using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting;

namespace Soundoff.Mail.Matching;

/// <summary>An episode that a message names by its slug; whether there is one the catalog knows.</summary>
public sealed record EpisodeMention(string Show, string Slug);

/// <summary>Finds the slugs a message names by recipient, answer or link, so that the catalog can be asked for those a directory of the newest does not hold.</summary>
public static class EpisodeMentions
{
    private const int Most = 20;

    /// <summary>Slugs the directory does not know, at most 20, the likeliest first. Some are no episodes: a link broken over lines may end in several places.</summary>
    public static IReadOnlyList<EpisodeMention> Unknown(ReadMail mail, Delivery delivery, ShowDirectory directory)
    {
        var named = new List<EpisodeMention>();
        foreach (var (show, tag) in Recipients.Of(mail, delivery, directory))
            if (tag is not null) named.Add(new EpisodeMention(show.Show, tag));
        foreach (var id in Answers(mail, directory))
            if (id.Slug is { } slug) named.Add(new EpisodeMention(id.Show, slug));
        foreach (var show in directory.Shows)
            named.AddRange(EpisodeLinks.Slugs(mail.WholeText, show).SelectMany(s => s).Select(s => new EpisodeMention(show.Show, s)));
        return [.. named.Distinct().Where(n => directory.Shows.FirstOrDefault(s => s.Show == n.Show)?.Find(n.Slug) is null).Take(Most)];
    }

    /// <summary>Which of the messages it answers are ours, the nearest first.</summary>
    internal static IEnumerable<OurMessageId> Answers(ReadMail mail, ShowDirectory directory)
    {
        foreach (var answered in mail.Answers.Take(100))
        {
            if (!OurMessageId.TryParse(answered, out var id)) continue;
            if (directory.Shows.Any(s => s.Show == id.Show && s.Contact.Domain.Equals(id.Domain, StringComparison.OrdinalIgnoreCase))) yield return id;
        }
    }
}

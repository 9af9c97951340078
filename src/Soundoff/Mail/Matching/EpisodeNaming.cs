using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting;

namespace Soundoff.Mail.Matching;

/// <summary>What a message says of titles and numbers, in its subject and in what its author wrote. What is quoted says nothing.</summary>
internal sealed class EpisodeNaming(ReadMail mail)
{
    private const int MaxText = 16 * 1024;

    private readonly Passage subject = new(Subjects.Bare(mail.Subject), 500);
    private readonly Lazy<Passage> text = new(() => new Passage(mail.Text, MaxText), LazyThreadSafetyMode.None);

    /// <summary>Episodes of whose titles the subject speaks: one that it is, else those that stand in it, else the one it shares most words with.</summary>
    public IReadOnlyList<EpisodeEntry> TitlesInSubject(ShowEntry show)
    {
        var whole = show.Episodes.Where(e => e.Named.Is(subject)).ToArray();
        if (whole.Length > 0) return whole;
        var within = Standing(show, subject);
        return within.Count > 0 ? within : Shared(show);
    }

    /// <summary>Episodes whose titles stand in the text.</summary>
    public IReadOnlyList<EpisodeEntry> TitlesInText(ShowEntry show) => Standing(show, text.Value);

    public IReadOnlyList<EpisodeEntry> NumbersInSubject(ShowEntry show) => Numbered(show, EpisodeNumbers.In(mail.Subject));

    public IReadOnlyList<EpisodeEntry> NumbersInText(ShowEntry show) => Numbered(show, EpisodeNumbers.In(text.Value.Written));

    // "The Hanoi summit, part two" holds "The Hanoi summit": the longer title is meant.
    private static List<EpisodeEntry> Standing(ShowEntry show, Passage passage)
    {
        var standing = show.Episodes.Where(e => e.Named.StandsIn(passage)).ToList();
        return standing.FindAll(e => !standing.Exists(o => o.Named.Covers(e.Named)));
    }

    private EpisodeEntry[] Shared(ShowEntry show)
    {
        var shares = show.Episodes.Select(e => (Episode: e, Share: e.Named.Share(subject))).Where(e => e.Share >= EpisodeTitle.ClearShare).ToArray();
        if (shares.Length == 0) return [];
        var most = shares.Max(s => s.Share);
        return [.. shares.Where(s => s.Share >= most).Select(s => s.Episode)];
    }

    private static EpisodeEntry[] Numbered(ShowEntry show, IReadOnlyList<EpisodeNumbers.Named> named) =>
        [.. named.SelectMany(n => show.Episodes.Where(e => e.Number == n.Number && (n.Season is null || e.Season == n.Season))).Distinct()];
}

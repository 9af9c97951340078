namespace Soundoff.Mail.Sorting.Matching;

/// <summary>What a message says of titles and numbers, in its subject and in what its author wrote. What is quoted says nothing.</summary>
internal sealed class EpisodeNaming(ReadMail mail)
{
    private const int MaxText = 16 * 1024;

    private readonly string subject = FoldedText.Of(Subjects.Bare(mail.Subject), 500);
    private readonly Lazy<string> text = new(() => FoldedText.Of(mail.Text, MaxText), LazyThreadSafetyMode.None);

    /// <summary>Episodes of whose titles the subject speaks: one that it is, else those that stand in it, else the one it shares most words with.</summary>
    public IReadOnlyList<EpisodeEntry> TitlesInSubject(ShowEntry show)
    {
        if (subject.Length < 3) return [];
        var whole = show.Episodes.Where(e => new EpisodeTitle(e.Title).Is(subject)).ToArray();
        if (whole.Length > 0) return whole;
        var within = Longest(show, subject, mail.Subject);
        return within.Count > 0 ? within : Shared(show);
    }

    /// <summary>Episodes whose titles stand in the text.</summary>
    public IReadOnlyList<EpisodeEntry> TitlesInText(ShowEntry show) => Longest(show, text.Value, mail.Text);

    public IReadOnlyList<EpisodeEntry> NumbersInSubject(ShowEntry show) => Numbered(show, EpisodeNumbers.In(mail.Subject));

    public IReadOnlyList<EpisodeEntry> NumbersInText(ShowEntry show) => Numbered(show, EpisodeNumbers.In(mail.Text.Length > MaxText ? mail.Text[..MaxText] : mail.Text));

    // "The Hanoi summit, part two" holds "The Hanoi summit": the longer title is meant.
    private static List<EpisodeEntry> Longest(ShowEntry show, string folded, string written)
    {
        var standing = show.Episodes.Select(e => (Episode: e, Title: new EpisodeTitle(e.Title))).Where(e => e.Title.StandsIn(folded, written)).ToArray();
        return [.. standing.Where(e => !standing.Any(o => o.Title.Covers(e.Title))).Select(e => e.Episode)];
    }

    private EpisodeEntry[] Shared(ShowEntry show)
    {
        var words = subject.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var shares = show.Episodes.Select(e => (Episode: e, Share: new EpisodeTitle(e.Title).Share(words))).Where(e => e.Share >= EpisodeTitle.ClearShare).ToArray();
        if (shares.Length == 0) return [];
        var most = shares.Max(s => s.Share);
        return [.. shares.Where(s => s.Share >= most).Select(s => s.Episode)];
    }

    private static EpisodeEntry[] Numbered(ShowEntry show, IReadOnlyList<EpisodeNumbers.Named> named) =>
        [.. named.SelectMany(n => show.Episodes.Where(e => e.Number == n.Number && (n.Season is null || e.Season == n.Season))).Distinct()];
}

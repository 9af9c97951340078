using System.Globalization;
using Soundoff.Languages;
using Soundoff.Lists;
using Soundoff.Pages.Views;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Pages;

/// <summary>Makes the views of a show's lists: home, month, year, topic and guest.</summary>
internal sealed class ListPages(Show show, SiteUrls urls, PageCulture culture)
{
    private readonly Recordings recordings = new(show, urls, culture);

    private Words Words => culture.Words;

    // Topics that home names.
    private const int MostTopics = 16;

    public HomeView Home(IReadOnlyList<ListedEpisode> newest, IReadOnlyList<MonthRow> months, IReadOnlyList<NamedCount> names) => new()
    {
        Description = Paragraphs(SealedContact.Hide(show.Description, show.Contact)).OrNull(),
        Hosts = show.Hosts.Any() ? string.Join(Words.Site.Comma, show.Hosts.Select(h => h.Name)) : null,
        Latest = newest.Count > 0 ? Entry(newest[0]) : null,
        Earlier = Entries(newest).Skip(1).ToList().OrNull(),
        Years = months.GroupBy(m => m.Month.Year).OrderByDescending(y => y.Key).Select(y => Year(y.Key, y.Sum(m => m.Episodes))).ToList().OrNull(),
        Seasons = names.Where(n => n.List == NamedList.OfSeason).OrderBy(n => Season(n)).Select(Count).ToList().OrNull(),
        Topics = names.Where(n => n.List == NamedList.OfTopic).OrderByDescending(n => n.Episodes).ThenBy(n => n.Slug, StringComparer.Ordinal).Take(MostTopics).Select(Count).ToList().OrNull(),
        AllTopics = names.Any(n => n.List == NamedList.OfTopic) ? urls.Within(SitePaths.Topics(show.Name)) : null,
        AllGuests = names.Any(n => n.List == NamedList.OfGuest) ? urls.Within(SitePaths.Guests(show.Name)) : null,
        People = new PeopleList(show, urls, Words).Of(show.People, withPages: false).OrNull(),
    };

    /// <param name="title">What the names are of.</param>
    /// <param name="empty">What is said while there are none.</param>
    /// <param name="names">The names.</param>
    public NamesView Names(string title, string empty, IReadOnlyList<NamedCount> names) => new(
        title,
        empty,
        names.OrderBy(n => n.Name, culture.Order).ThenBy(n => n.Slug, StringComparer.Ordinal).GroupBy(n => culture.FirstLetter(n.Name))
            .Select((group, place) => new LetterGroupView($"letter-{place}", group.Key, [.. group.Select(Count)])).ToList().OrNull());

    public SearchView Search(IReadOnlyList<string> blocks, IReadOnlyList<MonthRow> months) => new(
        urls.Within(SitePaths.SearchFolder(show.Name)),
        string.Join(' ', blocks),
        months.Select(m => m.Month.Year).Distinct().Reverse().Select(year => Link(year)!).ToList().OrNull(),
        urls.Within(SitePaths.Topics(show.Name)),
        urls.Within(SitePaths.Guests(show.Name)));

    /// <summary>Episodes as they stand below each other.</summary>
    public IReadOnlyList<EntryView> Entries(IReadOnlyList<ListedEpisode> episodes) =>
        [.. episodes.Select((episode, place) => Entry(episode) with { OpensMonth = place == 0 || episodes[place - 1].Month != episode.Month })];

    public ListView Month(Month month, IReadOnlyList<ListedEpisode> episodes, Month? older, Month? newer) => new()
    {
        Kicker = Words.Site.Month,
        Title = culture.Month(month),
        Up = new(urls.Within(SitePaths.Year(show.Name, month.Year)), Digits(month.Year)),
        Entries = Entries(episodes),
        Older = Link(older),
        Newer = Link(newer),
    };

    public YearView Year(int year, IReadOnlyList<MonthRow> months, IReadOnlyList<ListedEpisode> episodes)
    {
        var counts = months.Where(m => m.Month.Year == year).ToDictionary(m => m.Month.Number, m => m.Episodes);
        var all = Enumerable.Range(1, 12).Select(number => counts.GetValueOrDefault(number) is var count and > 0
            ? new CountView(urls.Within(SitePaths.Month(show.Name, new(year, number))), culture.MonthName(number), count, Words.Count(count))
            : new CountView(null, culture.MonthName(number), 0, Words.Count(0)));
        var listed = episodes.GroupBy(e => e.Month).Select(m => new MonthView(
            $"month-{m.Key.Number:00}", new(urls.Within(SitePaths.Month(show.Name, m.Key)), culture.MonthName(m.Key.Number)), [.. m.Select(Entry)]));
        return new(Digits(year), Words.Count(counts.Values.Sum()), [.. all], [.. listed])
        {
            Older = Link(months.Select(m => (int?)m.Month.Year).LastOrDefault(y => y < year)),
            Newer = Link(months.Select(m => (int?)m.Month.Year).FirstOrDefault(y => y > year)),
        };
    }

    /// <param name="kicker">What kind of list it is.</param>
    /// <param name="list">Its name and episodes.</param>
    /// <param name="year">The year shown; null for the newest.</param>
    /// <param name="older">The year to go on with.</param>
    /// <param name="path">Site path of the list, or of one of its years.</param>
    /// <param name="all">All lists of its kind; null where they are on no page.</param>
    public ListView Named(string kicker, NamedList list, int? year, int? older, Func<int?, string> path, LinkView? all) => new()
    {
        Kicker = kicker,
        Title = year is { } shown ? list.Name + Words.Site.Comma + Digits(shown) : list.Name,
        Description = list.Description is { } description ? SealedContact.Hide(description, show.Contact) : null,
        Up = year is null ? all : new(urls.Within(path(null)), list.Name),
        Count = year is null && older is null ? Words.Count(list.Episodes.Count) : null,
        Entries = Entries(list.Episodes),
        Older = older is { } next ? new(urls.Within(path(next)), Digits(next)) : null,
    };

    private EntryView Entry(ListedEpisode episode) => new()
    {
        Address = urls.Within(SitePaths.Episode(show.Name, episode.Slug)),
        Title = episode.Title,
        Language = culture.Foreign(episode.Language),
        Summary = episode.Summary is { } summary ? SealedContact.Hide(summary, show.Contact) : null,
        Date = culture.Date(episode.Date),
        Length = culture.Length(episode.Duration),
        Marks = Marks.Of(episode.Season, null, episode.Number, null, Words),
        Thumbnail = episode.ThumbnailPath is { } small ? new(urls.Within(small), "", null, null) : null,
        Guests = episode.Guests.Select(g => new LinkView(urls.Within(SitePaths.Guest(show.Name, g.Slug)), g.Name)).ToList().OrNull(),
        Topics = episode.Topics.Select(t => new LinkView(urls.Within(SitePaths.Topic(show.Name, t.Slug)), t.Name, culture.Foreign(episode.Language))).ToList().OrNull(),
        Player = recordings.Of(episode),
    };

    private CountView Count(NamedCount name) => new(urls.Within(PathOf(name)), name.List == NamedList.OfSeason ? Words.Season(Season(name), name.Name.Length > 0 ? name.Name : null) : name.Name, name.Episodes, Words.Count(name.Episodes));

    private string PathOf(NamedCount name) => name.List switch
    {
        NamedList.OfTopic => SitePaths.Topic(show.Name, name.Slug),
        NamedList.OfGuest => SitePaths.Guest(show.Name, name.Slug),
        _ => SitePaths.Season(show.Name, Season(name)),
    };

    private static int Season(NamedCount name) => int.Parse(name.Slug, CultureInfo.InvariantCulture);

    private CountView Year(int year, int count) => new(urls.Within(SitePaths.Year(show.Name, year)), Digits(year), count, Words.Count(count));

    private LinkView? Link(int? year) => year is { } y ? new(urls.Within(SitePaths.Year(show.Name, y)), Digits(y)) : null;

    private LinkView? Link(Month? month) => month is { } m ? new(urls.Within(SitePaths.Month(show.Name, m)), culture.Month(m)) : null;

    private static string[] Paragraphs(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Digits(int year) => year.ToString("0000", CultureInfo.InvariantCulture);
}

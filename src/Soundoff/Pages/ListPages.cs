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

    public HomeView Home(IReadOnlyList<ListedEpisode> newest, IReadOnlyList<MonthRow> months) => new()
    {
        Description = Paragraphs(SealedContact.Hide(show.Description, show.Contact)).OrNull(),
        Hosts = show.Hosts.Any() ? string.Join(Words.Site.Comma, show.Hosts.Select(h => h.Name)) : null,
        Latest = newest.Count > 0 ? Entry(newest[0]) : null,
        Earlier = newest.Skip(1).Select(Entry).ToList().OrNull(),
        Years = months.GroupBy(m => m.Month.Year).OrderByDescending(y => y.Key).Select(y => Year(y.Key, y.Sum(m => m.Episodes))).ToList().OrNull(),
        People = new PeopleList(show, urls, Words).Of(show.People, withPages: false).OrNull(),
    };

    public ListView Month(Month month, IReadOnlyList<ListedEpisode> episodes, Month? older, Month? newer) => new()
    {
        Kicker = Words.Site.Month,
        Title = culture.Month(month),
        Up = new(urls.Within(SitePaths.Year(show.Name, month.Year)), Digits(month.Year)),
        Entries = [.. episodes.Select(Entry)],
        Older = Link(older),
        Newer = Link(newer),
    };

    public YearView Year(int year, IReadOnlyList<MonthRow> months)
    {
        var counts = months.Where(m => m.Month.Year == year).ToDictionary(m => m.Month.Number, m => m.Episodes);
        var all = Enumerable.Range(1, 12).Select(number => counts.GetValueOrDefault(number) is var count and > 0
            ? new CountView(urls.Within(SitePaths.Month(show.Name, new(year, number))), culture.MonthName(number), count, Words.Count(count))
            : new CountView(null, culture.MonthName(number), 0, Words.Count(0)));
        return new(Digits(year), Words.Count(counts.Values.Sum()), [.. all])
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
    public ListView Named(string kicker, NamedList list, int? year, int? older, Func<int?, string> path) => new()
    {
        Kicker = kicker,
        Title = year is { } shown ? list.Name + Words.Site.Comma + Digits(shown) : list.Name,
        Description = list.Description is { } description ? SealedContact.Hide(description, show.Contact) : null,
        Up = year is null ? null : new(urls.Within(path(null)), list.Name),
        Entries = [.. list.Episodes.Select(Entry)],
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
        Player = recordings.Of(episode),
    };

    private CountView Year(int year, int count) => new(urls.Within(SitePaths.Year(show.Name, year)), Digits(year), count, Words.Count(count));

    private LinkView? Link(int? year) => year is { } y ? new(urls.Within(SitePaths.Year(show.Name, y)), Digits(y)) : null;

    private LinkView? Link(Month? month) => month is { } m ? new(urls.Within(SitePaths.Month(show.Name, m)), culture.Month(m)) : null;

    private static string[] Paragraphs(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Digits(int year) => year.ToString("0000", CultureInfo.InvariantCulture);
}

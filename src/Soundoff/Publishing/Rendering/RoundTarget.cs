using System.Globalization;
using Soundoff.Catalog;
using Soundoff.Lists;
using Soundoff.Site;

namespace Soundoff.Publishing.Rendering;

/// <summary>What a round renders once, whatever number of work rows ask for it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Which one.</param>
/// <param name="Details">What the work rows say of it.</param>
public sealed record RoundTarget(TargetKind Kind, string Name, IReadOnlyCollection<string> Details)
{
    /// <summary>The targets of a round: neighbours looked up, each thing once.</summary>
    public static async Task<IReadOnlyList<RoundTarget>> OfAsync(Round round, IEnumerable<Target> listed)
    {
        var targets = new List<Target>();
        foreach (var target in listed)
        {
            if (target.Kind == TargetKind.Neighbours) targets.AddRange(await NeighboursAsync(round, target));
            else if (target.Kind == TargetKind.Akin) targets.AddRange(await AkinAsync(round, target));
            else if (target.Kind == TargetKind.MonthsAround) targets.AddRange(await MonthsAroundAsync(round, Month.Parse(target.Name)));
            else targets.Add(target);
        }

        return [.. targets.GroupBy(t => (t.Kind, t.Name), (key, same) => new RoundTarget(key.Kind, key.Name, same.Select(t => t.Detail).ToHashSet(StringComparer.Ordinal)))];
    }

    private static async Task<IEnumerable<Target>> NeighboursAsync(Round round, Target target)
    {
        var date = DateTimeOffset.ParseExact(target.Detail, "O", CultureInfo.InvariantCulture);
        var (older, newer) = await round.NeighboursAsync(date, target.Name);
        return new[] { older, newer }.OfType<ListedEpisode>().Select(e => new Target(TargetKind.Page, e.Slug));
    }

    // Those that name it have it among the next older ones of a list. A list longer than is read has them renewed when the whole show is.
    private static async Task<IEnumerable<Target>> AkinAsync(Round round, Target target)
    {
        var name = target.Name.Split(':', 3);
        var place = new ListedPlace(DateTimeOffset.ParseExact(target.Detail, "O", CultureInfo.InvariantCulture), name[2]);
        var list = await round.NamedAsync(name[0][0], name[1]);
        return (list?.Episodes ?? []).TakeWhile(e => ListedPlace.Of(e).IsNewerThan(place)).TakeLast(AkinEpisodes.Most).Select(e => new Target(TargetKind.Page, e.Slug));
    }

    private static async Task<IEnumerable<Target>> MonthsAroundAsync(Round round, Month month)
    {
        var months = (await round.MonthsAsync()).Select(m => m.Month).ToList();
        var around = new[] { months.Where(m => m < month).Select(m => (Month?)m).LastOrDefault(), months.Where(m => m > month).Select(m => (Month?)m).FirstOrDefault() };
        var targets = around.OfType<Month>().Select(m => new Target(TargetKind.Month, m.ToString()));
        // Years link to each other as months do, and a month that came or went may be all of its year.
        if (months.Any(m => m != month && m.Year == month.Year)) return targets;
        var years = around.OfType<Month>().Select(m => m.Year.ToString("0000", CultureInfo.InvariantCulture)).ToList();
        return targets.Concat(years.Select(y => new Target(TargetKind.Year, y))).Concat(years.Select(y => new Target(TargetKind.Search, y)));
    }
}

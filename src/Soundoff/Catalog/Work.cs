using System.Diagnostics;
using System.Text.Json;
using Azure.Data.Tables;
using Soundoff.Telemetry;

namespace Soundoff.Catalog;

/// <summary>
/// Something that must be rendered, by name. Whoever renders looks up what is true then: a target carries no content. Targets are only
/// ever inserted and deleted, in rows of any number.
/// </summary>
/// <param name="Kind">What to render.</param>
/// <param name="Name">Which one: a slug, a month, a topic, a site path; empty where there is one only.</param>
/// <param name="Detail">A year, a date, a cursor; empty for none.</param>
public readonly record struct Target(TargetKind Kind, string Name = "", string Detail = "")
{
    /// <summary>The detail of a page where nothing stands yet, most likely.</summary>
    public const string New = "new";

    /// <summary>The detail of a page whose episode changed itself and has, or had, a recording: the player for other sites and what oEmbed says of it stand beside it.</summary>
    public const string Embed = "embed";

    // The name last: that of an uploaded file may hold any sign.
    public override string ToString() => $"{Kind}|{Detail}|{Name}";

    internal static Target Parse(string text)
    {
        var parts = text.Split('|', 3);
        return new(Enum.Parse<TargetKind>(parts[0]), parts[2], parts[1]);
    }
}

/// <summary>What can be rendered.</summary>
public enum TargetKind
{
    /// <summary>An address of the show: the episode that has it, a redirect from a former slug, or nothing (Details: <see cref="Target.New"/>, <see cref="Target.Embed"/>, or nothing).</summary>
    Page,

    /// <summary>The pages of the episodes next to a place in the order of dates (Name: slug, Detail: date).</summary>
    Neighbours,

    /// <summary>The show's home page.</summary>
    Home,

    /// <summary>The newest feeds: RSS, Atom, JSON.</summary>
    Feed,

    /// <summary>A former address of the feed that the show gave up (Name: its path below the show).</summary>
    FeedAlias,

    /// <summary>A month's page and its archive feed.</summary>
    Month,

    /// <summary>The months next to one that opened or closed, and the years when it is all of its own: their pages and archives link to it.</summary>
    MonthsAround,

    /// <summary>A year's page and its sitemap.</summary>
    Year,

    /// <summary>A topic's pages (Detail: a <see cref="NamedChange"/>).</summary>
    Topic,

    /// <summary>A guest's pages (Detail: a <see cref="NamedChange"/>).</summary>
    Guest,

    /// <summary>A season's pages (Detail: a <see cref="NamedChange"/>).</summary>
    Season,

    /// <summary>The pages that may name an episode as akin: those next after it in a topic, a guest's list or a season (Name: list, its slug and the episode's, Detail: date).</summary>
    Akin,

    /// <summary>The page with all topics (Name: <c>t</c>) or all guests (<c>g</c>).</summary>
    Names,

    /// <summary>The index for search of a year (Detail: the month that changed; nothing for what its neighbours make of it).</summary>
    Search,

    /// <summary>The 404 page, which names the newest episodes.</summary>
    Lost,

    /// <summary>The pages that lead further: search and subscribing.</summary>
    Ways,

    /// <summary>What belongs to all shows: root page, sitemap index, robots, 404.</summary>
    Index,

    /// <summary>A public file that nothing names any more (Name: its path).</summary>
    Retire,

    /// <summary>All episodes again, from the one listed after Detail: after a change of the show or of the templates.</summary>
    Everything,
}

/// <summary>A row of work: its targets are listed until all of them have been written.</summary>
/// <param name="Key">The row's key.</param>
/// <param name="Targets">What to render.</param>
public sealed record WorkRow(string Key, IReadOnlyList<Target> Targets)
{
    // A string property holds 32 Ki characters; most work fits one row.
    private const int LongestList = 30_000;

    /// <summary>When the upload came that is live once all is written; null for work of another cause.</summary>
    public DateTimeOffset? Uploaded { get; init; }

    /// <summary>The span that listed it; the default when it was not traced.</summary>
    public ActivityContext Trace { get; init; }

    internal static IEnumerable<TableEntity> Rows(string show, DateTimeOffset now, IEnumerable<Target> targets, DateTimeOffset? uploaded = null)
    {
        var part = new List<string>();
        var length = 0;
        foreach (var target in targets.Distinct().Select(t => t.ToString()))
        {
            // Quotation marks and a comma; names hold nothing else that JSON would escape.
            if (length + target.Length + 3 > LongestList)
            {
                yield return Row(show, now, part, null);
                (part, length) = ([], 0);
            }

            part.Add(target);
            length += target.Length + 3;
        }

        // One row tells, so that an upload is measured once.
        if (part.Count > 0) yield return Row(show, now, part, uploaded);
    }

    private static TableEntity Row(string show, DateTimeOffset now, List<string> targets, DateTimeOffset? uploaded)
    {
        var row = new TableEntity(show, RowKeys.Work(now, Guid.NewGuid())) { ["Targets"] = JsonSerializer.Serialize(targets, ShortJson.Options) };
        if (uploaded is { } time) row["Uploaded"] = time;
        if (Tracing.Parent is { } parent) row["Trace"] = parent;
        return row;
    }

    internal static WorkRow Read(TableEntity row) => new(row.RowKey, [.. JsonSerializer.Deserialize<string[]>(row.GetString("Targets"))!.Select(Target.Parse)])
    {
        Uploaded = row.GetDateTimeOffset("Uploaded"),
        Trace = Tracing.Read(row.GetString("Trace")),
    };
}

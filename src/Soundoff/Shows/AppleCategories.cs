using Soundoff.Fields;

namespace Soundoff.Shows;

/// <summary>The categories that Apple Podcasts accepts, with their one sub-level; other directories read the same list.</summary>
public static class AppleCategories
{
    /// <summary>Every category with its sub-levels, in Apple's order.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["Arts"] = ["Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"],
        ["Business"] = ["Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"],
        ["Comedy"] = ["Comedy Interviews", "Improv", "Stand-Up"],
        ["Education"] = ["Courses", "How To", "Language Learning", "Self-Improvement"],
        ["Fiction"] = ["Comedy Fiction", "Drama", "Science Fiction"],
        ["Government"] = [],
        ["History"] = [],
        ["Health & Fitness"] = ["Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"],
        ["Kids & Family"] = ["Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"],
        ["Leisure"] = ["Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies", "Home & Garden", "Video Games"],
        ["Music"] = ["Music Commentary", "Music History", "Music Interviews"],
        ["News"] = ["Business News", "Daily News", "Entertainment News", "News Commentary", "Politics", "Sports News", "Tech News"],
        ["Religion & Spirituality"] = ["Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality"],
        ["Science"] = ["Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics", "Natural Sciences", "Nature", "Physics", "Social Sciences"],
        ["Society & Culture"] = ["Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"],
        ["Sports"] =
        [
            "Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey", "Rugby", "Running", "Soccer", "Swimming", "Tennis", "Volleyball",
            "Wilderness", "Wrestling",
        ],
        ["Technology"] = [],
        ["True Crime"] = [],
        ["TV & Film"] = ["After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"],
    };

    /// <summary>The category as Apple spells it, whatever the case and the spelling of "and"; a sub-level may stand alone. Null when it is on no list.</summary>
    public static Category? Find(string name, string? sub)
    {
        if (sub is null) return Top(name) is { } top ? new Category(top, null) : Parent(name);
        return Top(name) is { } category && All[category].FirstOrDefault(s => Same(s, sub)) is { } known ? new Category(category, known) : null;
    }

    /// <summary>The entry that was probably meant, as a publisher would write it.</summary>
    public static string? Suggest(string name, string? sub)
    {
        if (sub is not null && Parent(sub) is { } elsewhere) return $"{elsewhere.Name} > {elsewhere.Sub}";
        var top = Top(name) ?? Nearest.Of(Plain(name), All.Keys);
        if (top is not null) return sub is not null && Nearest.Of(Plain(sub), All[top]) is { } below ? $"{top} > {below}" : top;
        var alone = Nearest.Of(Plain(sub ?? name), All.Values.SelectMany(s => s));
        return alone is not null ? $"{Parent(alone)!.Name} > {alone}" : All.Keys.Concat(All.Values.SelectMany(s => s)).FirstOrDefault(k => Words(k).Intersect(Words(name)).Any()) is { } near
            ? Top(near) ?? $"{Parent(near)!.Name} > {near}"
            : null;
    }

    private static string? Top(string name) => All.Keys.FirstOrDefault(k => Same(k, name));

    private static Category? Parent(string sub) =>
        All.Where(c => c.Value.Any(s => Same(s, sub))).Select(c => new Category(c.Key, c.Value.First(s => Same(s, sub)))).FirstOrDefault();

    private static bool Same(string known, string written) => string.Equals(Plain(known), Plain(written), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) =>
        FieldReader.OneLine(name.Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase).Replace(" and ", " & ", StringComparison.OrdinalIgnoreCase).Replace('-', ' '));

    private static IEnumerable<string> Words(string name) => Plain(name).ToLowerInvariant().Split(' ').Where(w => w.Length > 3);
}

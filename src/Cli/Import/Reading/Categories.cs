using Soundoff.Shows;

namespace Soundoff.Cli.Import.Reading;

/// <summary>Maps categories as feeds have had them since 2005 to Apple's present list.</summary>
internal static class Categories
{
    // Apple's list of before August 2019, where it differs.
    private static readonly Dictionary<string, string> Old = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Arts > Literature"] = "Arts > Books",
        ["Business > Business News"] = "News > Business News",
        ["Business > Management & Marketing"] = "Business > Management",
        ["Business > Shopping"] = "Business",
        ["Education > Education"] = "Education",
        ["Education > Education Technology"] = "Education",
        ["Education > Higher Education"] = "Education",
        ["Education > K-12"] = "Education",
        ["Education > Language Courses"] = "Education > Language Learning",
        ["Education > Training"] = "Education > Courses",
        ["Games & Hobbies"] = "Leisure",
        ["Games & Hobbies > Automotive"] = "Leisure > Automotive",
        ["Games & Hobbies > Aviation"] = "Leisure > Aviation",
        ["Games & Hobbies > Hobbies"] = "Leisure > Hobbies",
        ["Games & Hobbies > Other Games"] = "Leisure > Games",
        ["Games & Hobbies > Video Games"] = "Leisure > Video Games",
        ["Government & Organizations"] = "Government",
        ["Government & Organizations > Local"] = "Government",
        ["Government & Organizations > National"] = "Government",
        ["Government & Organizations > Regional"] = "Government",
        ["Government & Organizations > Non-Profit"] = "Business > Non-Profit",
        ["Health"] = "Health & Fitness",
        ["Health > Alternative Health"] = "Health & Fitness > Alternative Health",
        ["Health > Fitness & Nutrition"] = "Health & Fitness > Nutrition",
        ["Health > Self-Help"] = "Education > Self-Improvement",
        ["Health > Sexuality"] = "Health & Fitness > Sexuality",
        ["News & Politics"] = "News > Politics",
        ["Religion & Spirituality > Other"] = "Religion & Spirituality",
        ["Science & Medicine"] = "Science",
        ["Science & Medicine > Medicine"] = "Health & Fitness > Medicine",
        ["Science & Medicine > Natural Sciences"] = "Science > Natural Sciences",
        ["Science & Medicine > Social Sciences"] = "Science > Social Sciences",
        ["Society & Culture > History"] = "History",
        ["Sports & Recreation"] = "Sports",
        ["Sports & Recreation > Amateur"] = "Sports",
        ["Sports & Recreation > College & High School"] = "Sports",
        ["Sports & Recreation > Outdoor"] = "Sports > Wilderness",
        ["Sports & Recreation > Professional"] = "Sports",
        ["Technology > Gadgets"] = "Technology",
        ["Technology > Podcasting"] = "Technology",
        ["Technology > Software How-To"] = "Technology",
        ["Technology > Tech News"] = "News > Tech News",
        ["Comedy > Humor"] = "Comedy",
        ["Audio Blogs"] = "Society & Culture > Personal Journals",
        ["International"] = "News",
        ["Family"] = "Kids & Family",
        ["Movies & Television"] = "TV & Film",
        ["Public Radio"] = "News",
        ["Talk Radio"] = "News",
        ["Travel"] = "Society & Culture > Places & Travel",
    };

    /// <summary>The category of today's list; null when none is meant.</summary>
    public static Category? Today(string name, string? sub)
    {
        if (AppleCategories.Find(name, sub) is { } known) return known;
        var written = sub is null ? name : $"{name} > {sub}";
        if (Old.GetValueOrDefault(written.Replace("&amp;", "&", StringComparison.Ordinal)) is { } now) return Parsed(now);
        // A sub-level that is gone leaves its category.
        return sub is null ? null : Today(name, null);
    }

    private static Category? Parsed(string written)
    {
        var parts = written.Split(" > ");
        return AppleCategories.Find(parts[0], parts.Length > 1 ? parts[1] : null);
    }
}

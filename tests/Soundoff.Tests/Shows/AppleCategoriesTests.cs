using Soundoff.Shows;

namespace Soundoff.Tests.Shows;

public class AppleCategoriesTests
{
    [Fact]
    public void The_list_has_19_categories_and_91_below_them()
    {
        Assert.Equal(19, AppleCategories.All.Count);
        Assert.Equal(91, AppleCategories.All.Values.Sum(s => s.Count));
    }

    [Theory]
    [InlineData("tv and film", "film reviews", "TV & Film", "Film Reviews")]
    [InlineData("Documentary", null, "Society & Culture", "Documentary")]
    [InlineData("HISTORY", null, "History", null)]
    public void A_category_is_found_however_it_is_spelt(string name, string? sub, string top, string? below) =>
        Assert.Equal(new Category(top, below), AppleCategories.Find(name, sub));

    [Fact]
    public void A_sub_level_of_another_category_is_not_accepted() => Assert.Null(AppleCategories.Find("News", "Books"));
}

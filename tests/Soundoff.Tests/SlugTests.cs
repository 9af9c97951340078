using Soundoff.Episodes;

namespace Soundoff.Tests;

public class SlugTests
{
    [Theory]
    [InlineData("Hanoi: Trump & Kim!", "hanoi-trump-kim")]
    [InlineData("000_a4b9", "000-a4b9")]
    [InlineData("Été à Orléans", "ete-a-orleans")]
    [InlineData("Don’t stop", "dont-stop")]
    [InlineData("Straße", "strasse")]
    [InlineData("東京の夜", "東京の夜")]
    [InlineData("हिन्दी समाचार", "हिन्दी-समाचार")]
    [InlineData("v1.2 notes", "v1-2-notes")]
    public void A_slug_keeps_letters_and_digits_and_joins_them_with_hyphens(string name, string slug) =>
        Assert.Equal(slug, Slug.From(name));

    [Fact]
    public void A_name_without_letters_still_has_an_address()
    {
        Assert.Matches("^n[0-9a-f]{12}$", Slug.From("🎉🎉"));
        Assert.NotEqual(Slug.From("🎉"), Slug.From("🎈"));
    }

    [Fact]
    public void A_long_name_is_cut_at_a_word() =>
        Assert.Equal("a-" + string.Join('-', Enumerable.Repeat("word", 19)), Slug.From("a " + string.Join(' ', Enumerable.Repeat("word", 40))));
}

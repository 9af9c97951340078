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
    [InlineData("GROẞE STRAẞE", "grosse-strasse")]
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

    [Fact]
    public void Every_slug_that_is_made_of_any_character_is_accepted()
    {
        var refused = new List<string>();
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (value is >= 0xD800 and <= 0xDFFF) continue;
            var sign = char.ConvertFromUtf32(value);
            // Alone, in a word, before an accent, twice, and capitals of it.
            foreach (var name in (string[])[sign, $"a{sign}b", $"{sign}\u0308x", $"x{sign}\u0301{sign}", sign.ToUpperInvariant(), sign.ToLowerInvariant()])
                if (Slug.From(name) is var slug && !Slug.Is(slug)) refused.Add($"U+{value:X4} {slug}");
        }

        Assert.Empty(refused);
    }

    [Theory]
    [InlineData('ẞ')]
    [InlineData('क')]
    [InlineData('한')]
    [InlineData('Ⱦ')]
    public void A_long_slug_is_accepted(char sign) => Assert.True(Slug.Is(Slug.From(new string(sign, 500))));

    [Fact]
    public void A_long_slug_of_pairs_and_marks_is_accepted()
    {
        Assert.True(Slug.Is(Slug.From(string.Concat(Enumerable.Repeat("𐐀", 200)))));
        Assert.True(Slug.Is(Slug.From(string.Concat(Enumerable.Repeat("क़", 200)))));
        Assert.True(Slug.Is(Slug.From("\uD800")));
    }
}

using Soundoff.Search;

namespace Soundoff.Tests.Search;

public sealed class SearchTermsTests
{
    [Fact]
    public void Words_are_small_without_accents_and_unspaced_scripts_are_pairs() =>
        Assert.All(TermFixtures.All, fixture => Assert.Equal(fixture.Terms, SearchTerms.In(fixture.Text)));

    [Fact]
    public void What_is_no_text_is_passed_over() => Assert.Equal(["half", "none"], SearchTerms.In("\ud800 half \ufffe none"));
}

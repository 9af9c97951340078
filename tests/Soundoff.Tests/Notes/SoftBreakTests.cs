using System.Text;
using Soundoff.Files;
using Soundoff.Texts;

namespace Soundoff.Tests.Notes;

public class SoftBreakTests
{
    public static TheoryData<char> All => ['\v', '\f', '\u0085', '\u2028', '\u2029'];

    [Theory]
    [MemberData(nameof(All))]
    public void In_a_text_with_line_ends_it_is_a_space_and_joins_no_words(char sign) =>
        Assert.Equal("low tide\nhigh tide", TextFile.Decode("a.md", Encoding.UTF8.GetBytes($"low{sign}tide\nhigh tide")).Value);

    [Theory]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    public void In_a_text_without_any_other_line_end_it_is_one(char sign) =>
        Assert.Equal("low tide\nhigh tide", TextFile.Decode("a.txt", Encoding.UTF8.GetBytes($"low tide{sign}high tide")).Value);

    [Theory]
    [InlineData('\v')]
    [InlineData('\f')]
    public void Feeds_which_may_not_carry_it_have_a_space(char sign) => Assert.Equal("low tide", SafeText.Clean($"low{sign}tide"));

    [Fact]
    public void A_text_full_of_soft_breaks_is_still_text() =>
        Assert.NotNull(TextFile.Decode("a.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("word\v", 100)))).Value);
}

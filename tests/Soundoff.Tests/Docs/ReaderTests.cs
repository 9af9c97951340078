using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Docs;

public sealed class ReaderTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Who_does_what_the_documentation_says_gets_what_it_promises()
    {
        var account = azurite.NewAccount();
        await using (var reader = new Reader(account))
        {
            foreach (var document in Document.All) await reader.FollowAsync(document);
            Assert.True(reader.Typed > 20, $"Only {reader.Typed} commands were found in the documentation.");
            Assert.DoesNotContain("gave up", reader.Served, StringComparison.Ordinal);
        }

        await EmulatedAccounts.EmptyAsync(account);
    }

    [Theory]
    [InlineData("live  …  http://localhost:7071/my-show/first/", "a\nlive       First words  http://localhost:7071/my-show/first/\nb", true)]
    [InlineData("a\nc", "a\nb\nc", true)]
    [InlineData("c\na", "a\nb\nc", false)]
    [InlineData("live", "live now", false)]
    [InlineData("| 2026-03-01-4f0c | 03-01 18:04 |", "| 2027-11-24-aa01bb02 | 11-24 07:59 |", true)]
    [InlineData("03-01 18:04", "today", false)]
    public void Output_is_compared_line_by_line_but_for_what_changes(string expected, string said, bool isIn) => Assert.Equal(isIn, ExpectedOutput.IsIn(expected, said));
}

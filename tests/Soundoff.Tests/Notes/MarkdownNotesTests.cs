using Soundoff.Notes;

namespace Soundoff.Tests.Notes;

public class MarkdownNotesTests
{
    public static IEnumerable<TheoryDataRow<string>> Notes => Fixtures.Names("notes", ".md");

    [Theory]
    [MemberData(nameof(Notes))]
    public void Notes_give_what_their_twin_says(string name) =>
        Fixtures.GivesItsTwin("notes", name, bytes => FactsJson.Of(Fixtures.Notes(name, bytes)));

    [Fact]
    public void Front_matter_alone_can_be_read()
    {
        var facts = FrontMatter.Read("a.md", "---\ntitle: Stated\n---\n# Heading\n\nText.").Value!;

        Assert.Equal("Stated", facts.Title);
        Assert.Null(facts.BodyHtml);
    }
}

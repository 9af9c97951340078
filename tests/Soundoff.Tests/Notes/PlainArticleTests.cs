using Soundoff.Notes;

namespace Soundoff.Tests.Notes;

public class PlainArticleTests
{
    public static IEnumerable<TheoryDataRow<string>> Articles => Fixtures.Names("articles", ".txt");

    [Theory]
    [MemberData(nameof(Articles))]
    public void An_article_gives_what_its_twin_says(string name) =>
        Fixtures.GivesItsTwin("articles", name, bytes => FactsJson.Of(Fixtures.Notes(name, bytes)));

    [Theory]
    [InlineData("Ana Reis is joined by Bo Lind, cook.", "Ana Reis", "Bo Lind=cook")]
    [InlineData("Ana Reis was joined by Bo Lind, cook and baker, and Cy Park, tailor.", "Ana Reis", "Bo Lind=cook and baker;Cy Park=tailor")]
    [InlineData("Ana Reis talks with Bo Lind.", "Ana Reis", "Bo Lind")]
    [InlineData("Ana Reis interviews Bo Lind, cook!", "Ana Reis", "Bo Lind=cook")]
    [InlineData("Ana Reis is in conversation with Bo Lind, cook.", "Ana Reis", "Bo Lind=cook")]
    [InlineData("On today’s show, Ana Reis and Max Ito are joined by Bo Lind (cook) and Cy Park (tailor).", "Ana Reis;Max Ito", "Bo Lind=cook;Cy Park=tailor")]
    [InlineData("Ana Reis is joined by Bo Lind, former U.S. envoy, and Cy Park, aide in Washington D.C.", "Ana Reis", "Bo Lind=former U.S. envoy;Cy Park=aide in Washington D.C.")]
    [InlineData("Ana Reis is joined by Bo Lind, author of \"Eat, Sleep and Max Ito, a Life\".", "Ana Reis", "Bo Lind=author of \"Eat, Sleep and Max Ito, a Life\"")]
    public void Credits_give_hosts_and_guests(string paragraph, string hosts, string guests)
    {
        var people = PlainArticle.Read("a.txt", $"Title\nStandfirst.\nOne.\n{paragraph}\nTwo.").Value!;

        Assert.Equal("<p>One.</p>\n<p>Two.</p>", people.BodyHtml);
        Assert.Equal(hosts, string.Join(';', people.People.Where(p => p.Role == "host").Select(p => p.Name)));
        Assert.Equal(guests, string.Join(';', people.People.Where(p => p.Role == "guest").Select(p => p.Description is null ? p.Name : $"{p.Name}={p.Description}")));
    }

    [Theory]
    [InlineData("Ana Reis is joined by the cook Bo Lind.")]
    [InlineData("Ana Reis is joined by Bo Lind, cook, and others.\u0020They laugh.")]
    [InlineData("Ana Reis is joined by her dog.")]
    [InlineData("Is Ana Reis joined by Bo Lind, cook?")]
    [InlineData("Ana Reis hosts the show.")]
    [InlineData("Ana Reis speaks to Bo Lind about bread.")]
    [InlineData("Ana Reis speaks to Bo Lind, cook, about bread.")]
    [InlineData("The mayor is joined by Bo Lind, cook.")]
    [InlineData("President Reis was joined by Bo Lind, cook.")]
    [InlineData("Ana Reis is joined by Bo Lind, expert in Bread and Warm Butter.")]
    public void What_is_not_surely_a_credit_stays_in_the_body(string paragraph)
    {
        var facts = PlainArticle.Read("a.txt", $"Title\nStandfirst.\n{paragraph}").Value!;

        Assert.Empty(facts.People);
        Assert.Equal($"<p>{paragraph}</p>", facts.BodyHtml);
    }

    [Theory]
    [InlineData("[email\u00A0protected]")]
    [InlineData("[e-mail protected]")]
    [InlineData("[Email protected]")]
    [InlineData("[email&#160;protected]")]
    [InlineData("[emailprotected]")]
    public void Every_trace_of_a_hidden_address_is_the_contact(string trace) =>
        Assert.Equal($"<p>Write to {BodyMarkers.Contact}.</p>", PlainArticle.Read("a.txt", $"Title\nStandfirst.\nWrite to {trace}.").Value!.BodyHtml);

    [Fact]
    public void A_source_glued_to_a_hidden_address_is_taken_off()
    {
        var facts = PlainArticle.Read("a.txt", "Title\nStandfirst.\nWrite to [email protected]Source: www.example.org").Value!;

        Assert.Equal($"<p>Write to {BodyMarkers.Contact}</p>", facts.BodyHtml);
        Assert.Equal("https://www.example.org/", facts.Source!.Link!.AbsoluteUri);
    }
}

using Soundoff.Notes;

namespace Soundoff.Tests.Notes;

public class HtmlNotesTests
{
    public static IEnumerable<TheoryDataRow<string>> Pages => Fixtures.Names("notes", ".html");

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_gives_what_its_twin_says(string name) =>
        Fixtures.GivesItsTwin("notes", name, bytes => FactsJson.Of(Fixtures.Notes(name, bytes)));

    [Theory]
    [InlineData("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>")]
    [InlineData("<p onmouseover=alert(1)>a</p>", "<p>a</p>")]
    [InlineData("<p><a href=\"java&#x0A;script:alert(1)\">a</a></p>", "<p>a</p>")]
    [InlineData("<p><a href=vbscript:x>a</a> <a href=mailto:x@example.org>b</a></p>", "<p>a <a href=\"mailto:x@example.org\">b</a></p>")]
    [InlineData("<p><img src=\"data:image/svg+xml,x\">a</p>", "<p>a</p>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript><p>a</p>", "<p>a</p>")]
    [InlineData("<p><span class=\"x\" style=\"color:red\">a</span></p>", "<p>a</p>")]
    [InlineData("<p id=contact>a</p>", "<p>a</p>")]
    [InlineData("<a class=contact href=#contact>steal</a>", "<p><a href=\"#contact\">steal</a></p>")]
    public void Only_harmless_html_is_left(string html, string left) => Assert.Equal(left, HtmlNotes.Read("a.html", html).Value!.BodyHtml);

    [Fact]
    public void The_sanitiser_serves_many_threads()
    {
        var expected = MarkdownNotes.Read("a.md", "# T\n\nText <b onclick=x>bold</b> [email protected]").Value!.BodyHtml;

        Parallel.For(0, 200, _ => Assert.Equal(expected, MarkdownNotes.Read("a.md", "# T\n\nText <b onclick=x>bold</b> [email protected]").Value!.BodyHtml));
    }
}

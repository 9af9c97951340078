using Soundoff.Mail.Receiving;
using Soundoff.Mail.Visiting;

namespace Soundoff.Tests.Mail.Visiting;

public sealed class VisitorTests
{
    [Theory]
    [InlineData(null, "en")]
    [InlineData("de-CH,de;q=0.9,en;q=0.8", "de")]
    [InlineData("is, fr;q=0.5, ar;q=0.7", "ar")]
    [InlineData("de;q=0, *", "en")]
    [InlineData("PT-br", "pt-br")]
    [InlineData(";;q=x,,de;q=many", "en")]
    public void A_page_of_no_show_is_in_the_language_that_the_visitor_likes_best(string? accepted, string language) =>
        Assert.Equal(language, Visitor.Language(new InboundRequest(Stream.Null, null, name => name == "Accept-Language" ? accepted : null, _ => null)));
}

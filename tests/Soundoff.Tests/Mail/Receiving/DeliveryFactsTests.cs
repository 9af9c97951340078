using Soundoff.Mail.Receiving;

namespace Soundoff.Tests.Mail.Receiving;

public class DeliveryFactsTests
{
    [Theory]
    [InlineData("{@example.com : pass}", "example.com=True")]
    [InlineData("{@a.example : pass, @b.example : fail}", "a.example=True b.example=False")]
    [InlineData("{@a.example : fail, @A.example : pass}", "a.example=True")]
    [InlineData("{@a.example : pass, @a.example : fail}", "a.example=True")]
    [InlineData("{@a.example : permerror}", "a.example=False")]
    [InlineData("{@a.example : invalid key}", "a.example=False")]
    [InlineData("none", "")]
    [InlineData("{}", "")]
    [InlineData("{ : pass}", "")]
    [InlineData("{@a.example : none}", "")]
    [InlineData("{@a.example:PASS,@b.example : fail (key not found)}", "a.example=True b.example=False")]
    [InlineData("{@evil.example @a.example : pass}", "")]
    [InlineData("{@evil.example : fail : pass, @b.example : pass}", "b.example=True")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Dkim_results_are_read_by_domain(string? text, string expected) =>
        Assert.Equal(expected, string.Join(' ', DeliveryFacts.Dkim(text).Select(d => $"{d.Key}={d.Value}")));

    [Theory]
    [InlineData("pass", true)]
    [InlineData(" Pass\n", true)]
    [InlineData("fail", false)]
    [InlineData("softfail", false)]
    [InlineData("neutral", null)]
    [InlineData("none", null)]
    [InlineData("temperror", null)]
    [InlineData(null, null)]
    public void Spf_results_that_say_nothing_are_none(string? text, bool? expected) => Assert.Equal(expected, DeliveryFacts.Spf(text));

    [Theory]
    [InlineData("1.2", 1.2)]
    [InlineData("-0.1", -0.1)]
    [InlineData("1,2", null)]
    [InlineData("NaN", null)]
    [InlineData("much", null)]
    [InlineData(null, null)]
    public void A_spam_score_is_a_number_with_a_point(string? text, double? expected) => Assert.Equal(expected, DeliveryFacts.Score(text));

    [Theory]
    [InlineData("""{"to":["a@x.example","b@x.example"],"from":"c@x.example"}""", "c@x.example", "a@x.example b@x.example")]
    [InlineData("""{"to":"a@x.example","from":"<>"}""", "", "a@x.example")]
    [InlineData("""{"to":["<a@x.example>",7,""]}""", null, "a@x.example")]
    [InlineData("""{"from":7,"to":{}}""", null, "")]
    [InlineData("[]", null, "")]
    [InlineData("{", null, "")]
    [InlineData(null, null, "")]
    public void An_envelope_is_read_as_far_as_it_goes(string? text, string? from, string to)
    {
        var envelope = DeliveryFacts.Envelope(text);
        Assert.Equal((from, to), (envelope.From, string.Join(' ', envelope.To)));
    }
}

using Soundoff.Mail.Matching;

namespace Soundoff.Tests.Mail.Sorting;

public class RecipientTests
{
    [Theory]
    [InlineData("contact@airwaves.example", "contact", null, "airwaves.example")]
    [InlineData("<Contact+Hope@Airwaves.Example>", "Contact", "hope", "airwaves.example")]
    [InlineData("contact+@airwaves.example", "contact", null, "airwaves.example")]
    [InlineData("\"contact+hope\"@airwaves.example", "contact", "hope", "airwaves.example")]
    [InlineData("contact+a+b@airwaves.example", "contact", "a+b", "airwaves.example")]
    [InlineData("contact+Caf%C3%A9@airwaves.example", "contact", "café", "airwaves.example")]
    [InlineData("contact+cafe\u0301@airwaves.example", "contact", "café", "airwaves.example")]
    [InlineData("contact+100%@airwaves.example", "contact", "100%", "airwaves.example")]
    [InlineData("prvs=123abc=contact+hope@airwaves.example", "contact", "hope", "airwaves.example")]
    [InlineData("SRS0=h=t=airwaves.example=contact+hope@fwd.example", "contact", "hope", "airwaves.example")]
    [InlineData("SRS1=h=fwd.example==h=t=airwaves.example=contact+hope@again.example", "contact", "hope", "airwaves.example")]
    public void An_address_is_taken_apart(string address, string mailbox, string? tag, string domain) =>
        Assert.Equal(new Recipient(mailbox, tag, domain), Recipient.Parse(address));

    [Theory]
    [InlineData("")]
    [InlineData("contact")]
    [InlineData("@airwaves.example")]
    [InlineData("contact@")]
    public void What_is_no_address_is_none(string text) => Assert.Null(Recipient.Parse(text));
}

using CsCheck;
using Soundoff.Mail.Sorting;

namespace Soundoff.Tests.Mail.Sorting;

public class OurMessageIdTests
{
    [Theory]
    [InlineData("ack", "airwaves", "hanoi-summit", "0q81", "airwaves.example", "ack.airwaves.hanoi-summit.0q81@airwaves.example")]
    [InlineData("digest", "airwaves", null, "2026-03-10", "airwaves.example", "digest.airwaves..2026-03-10@airwaves.example")]
    [InlineData("forward", "airwaves", "東京の夜", "1", "airwaves.example", "forward.airwaves._42o3dzf2vtrydlxfusoa.1@airwaves.example")]
    public void An_id_is_written_and_read_back(string kind, string show, string? slug, string id, string domain, string written)
    {
        var given = new OurMessageId(kind, show, slug, id, domain);
        Assert.Equal(written, given.ToString());
        Assert.True(OurMessageId.TryParse($" <{written.ToUpperInvariant()}> ", out var read));
        Assert.Equal(given, read);
    }

    [Fact]
    public void Names_in_any_script_survive_as_ascii() =>
        Gen.Select(Gen.String[1, 40], Gen.String[0, 60]).Sample((show, slug) =>
        {
            var whole = new OurMessageId("ack", Whole(show), slug.Length == 0 ? null : Whole(slug), "a1", "m.example");
            var written = whole.ToString();
            Assert.True(written.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_' or '@'), written);
            Assert.True(OurMessageId.TryParse(written, out var read));
            Assert.Equal(whole, read);
        });

    [Fact]
    public void A_slug_too_long_for_a_line_of_mail_is_left_out()
    {
        var written = new OurMessageId("ack", "airwaves", new string('語', 300), "a1", "m.example").ToString();
        Assert.Equal("ack.airwaves..a1@m.example", written);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<>")]
    [InlineData("@")]
    [InlineData("ack.airwaves.hope.1")]
    [InlineData("ack.airwaves.hope.1@")]
    [InlineData("ack.airwaves.1@airwaves.example")]
    [InlineData("a.ck.airwaves.hope.1@airwaves.example")]
    [InlineData("ack..hope.1@airwaves.example")]
    [InlineData("ack.airwaves._!.1@airwaves.example")]
    [InlineData("20260309071244.7F2A@mx.quay.example")]
    public void Ids_of_others_are_none_of_ours(string? text) => Assert.False(OurMessageId.TryParse(text, out _));

    [Fact]
    public void Signs_that_would_break_an_id_are_refused() =>
        Assert.Throws<ArgumentException>(() => new OurMessageId("ack", "airwaves", null, "a.b", "m.example").ToString());

    // What UTF-8 cannot hold comes back as the replacement character, and an unpaired surrogate is no name.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());
}

using System.Diagnostics;
using System.Xml.Linq;
using CsCheck;
using Soundoff.Cli.Import.Reading;

namespace Soundoff.Tests.Cli.Import;

public sealed class MendedXmlTests
{
    private static readonly string[] Pieces =
    [
        "<", ">", "</", "/>", "a", "item", "x:", "x:y", " ", "=", "\"", "'", "&", ";",
        "<![CDATA[", "]]>", "<!--", "-->", "<!", "[", "]", "<?", "?>", "\uD800", "\u0000", "xmlns:x=\"\"",
    ];

    [Theory]
    [InlineData("<a>b & c</a>", "b & c")]
    [InlineData("<a>caf&eacute; &nbsp;&#8211;</a>", "café \u00A0–")]
    [InlineData("<a><b>one<c>two</b></a>", "onetwo")]
    [InlineData("<a x=1 y='2 z>text</a>", "text")]
    [InlineData("<a><![CDATA[<p>never closed</a>", "<p>never closed")]
    [InlineData("<!DOCTYPE a [<!ENTITY e \"boom\">]><a>&e;</a>", "&e;")]
    [InlineData("<a>one\u0001\uFFFF<b", "one")]
    [InlineData("<itunes:a>prefix</itunes:a>", "prefix")]
    [InlineData("<a>1 < 2</a>", "1 < 2")]
    public void What_is_nearly_xml_becomes_xml_with_its_words(string text, string words) => Assert.Equal(words, Mended(text).Value);

    [Fact]
    public void Whatever_is_given_what_comes_is_well_formed_or_nothing() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40]
            .Sample(parts => Mended("<rss>" + string.Concat(parts)), iter: 5000);

    [Theory]
    [InlineData("<a><![CDATA[</a>")]
    [InlineData("<a b=\"")]
    [InlineData("<!x ")]
    [InlineData("<a>")]
    [InlineData("&amp")]
    [InlineData("</a><b>")]
    public void Four_megabytes_of_what_never_ends_are_read_in_a_time_that_grows_with_their_length_alone(string piece)
    {
        // A quadratic reader takes minutes: the limit only tells the two apart.
        var watch = Stopwatch.StartNew();
        MendedXml.Write("<rss>" + string.Concat(Enumerable.Repeat(piece, 4_000_000 / piece.Length)), TextWriter.Null);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{piece} took {watch.Elapsed}.");
    }

    private static XElement Mended(string text)
    {
        using var mended = new StringWriter();
        MendedXml.Write(text, mended);
        return XElement.Parse(mended.ToString(), LoadOptions.PreserveWhitespace);
    }
}

using Soundoff.Languages;

namespace Soundoff.Tests.Languages;

public class LanguageRegistryTests
{
    [Theory]
    [InlineData("de", "de")]
    [InlineData("PT-br", "pt-br")]
    [InlineData("zh_Hant_TW", "zh-hant-tw")]
    [InlineData("zh-yue", "zh-yue")]
    [InlineData("sl-rozaj-biske", "sl-rozaj-biske")]
    [InlineData("de-1996", "de-1996")]
    [InlineData("mix", "mix")]
    [InlineData("eng", "en")]
    [InlineData("ger-AT", "de-at")]
    [InlineData("en-u-hc-h23", "en-u-hc-h23")]
    [InlineData("qqz", null)]
    [InlineData("xx", null)]
    [InlineData("de-XX", null)]
    [InlineData("en-Abcd", null)]
    [InlineData("mp3", null)]
    [InlineData("final", null)]
    [InlineData("1", null)]
    [InlineData("", null)]
    public void Only_registered_subtags_make_a_tag(string text, string? tag) => Assert.Equal(tag, LanguageRegistry.Find(text));
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Soundoff.Languages;
using Soundoff.Mail.Sorting;

namespace Soundoff.Tests.Languages;

/// <summary>The files of words, held against the English one.</summary>
public sealed partial class WordsTests
{
    private const int Counted = 1000;

    public static TheoryData<string> Languages => [.. Words.All.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_every_word_with_the_same_values_in_it(string language)
    {
        var (english, own) = (WordFiles.Phrases("en"), WordFiles.Phrases(language));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), own.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, phrase => Assert.Equal(Values(phrase.Value), Values(own[phrase.Key])));
        Assert.All(own, phrase => Assert.False(string.IsNullOrWhiteSpace(phrase.Value), $"{phrase.Key} is empty in {language}.json."));

        static IEnumerable<string> Values(string phrase) => Value().Matches(phrase).Select(m => m.Value).Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_sentence_was_left_in_English(string language)
    {
        if (language == "en") return;
        var (english, own) = (WordFiles.Phrases("en"), WordFiles.Phrases(language));
        Assert.All(english.Where(phrase => phrase.Value.Split(' ').Count(word => !word.Contains('{', StringComparison.Ordinal)) > 2), phrase => Assert.NotEqual(phrase.Value, own[phrase.Key]));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Counted_things_have_the_forms_that_the_language_has(string language)
    {
        var given = Enumerable.Range(0, Counted).Select(n => PluralRule.Of(language, n)).ToHashSet();
        var site = Words.For(language).Site;
        Assert.All([site.EpisodeCount, site.Minutes, site.Hours], plural =>
        {
            var forms = new[] { plural.Zero, plural.One, plural.Two, plural.Few, plural.Many };
            for (var i = 0; i < forms.Length; i++)
                Assert.True(forms[i] is null || given.Contains((PluralCategory)i), $"{language}.json has a form \"{(PluralCategory)i}\" that its rule never asks for.");
            // An abbreviation stands for all numbers alike.
            Assert.True(forms.All(f => f is null) || given.All(c => c == PluralCategory.Other || forms[(int)c] is not null), $"{language}.json lacks a form of \"{plural.Other}\".");
        });
    }

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("EN-gb", "en")]
    [InlineData("pt-BR", "pt-br")]
    [InlineData("pt-MZ", "pt")]
    [InlineData("ar-Latn-EG", "ar")]
    [InlineData("is", "en")]
    [InlineData("", "en")]
    [InlineData("no language at all", "en")]
    public void A_region_speaks_its_language_and_who_has_no_words_speaks_English(string language, string words) => Assert.Equal(words, Words.For(language).Language);

    [Theory]
    [InlineData("en", "0 episodes|1 episode|2 episodes|21 episodes")]
    [InlineData("fr", "0 épisode|1 épisode|2 épisodes|21 épisodes")]
    [InlineData("pt", "0 episódios|1 episódio|2 episódios|21 episódios")]
    [InlineData("pt-BR", "0 episódio|1 episódio|2 episódios|21 episódios")]
    public void Episodes_are_counted_as_the_language_counts(string language, string counted) =>
        Assert.Equal(counted.Split('|'), new[] { 0, 1, 2, 21 }.Select(Words.For(language).Count));

    [Fact]
    public void Arabic_counts_in_six_forms() =>
        Assert.Equal(
            ["لا حلقات", "حلقة واحدة", "حلقتان", "3 حلقات", "10 حلقات", "11 حلقة", "99 حلقة", "100 حلقة", "102 حلقة", "103 حلقات"],
            new[] { 0, 1, 2, 3, 10, 11, 99, 100, 102, 103 }.Select(Words.For("ar").Count));

    [Theory]
    [InlineData("en", 62, "62 min")]
    [InlineData("en", 125, "2 h 5 min")]
    [InlineData("en", 660, "11 h")]
    [InlineData("de", 125, "2 Std. 5 Min.")]
    [InlineData("ar", 125, "ساعتان و5 دقائق")]
    public void Lengths_are_said_in_minutes_and_then_in_hours(string language, int minutes, string said) => Assert.Equal(said, Words.For(language).Minutes(minutes));

    [Fact]
    public void Roles_are_named_in_the_language_and_unknown_ones_as_they_are()
    {
        Assert.Equal(["Moderation", "Foley artist", ""], new[] { "host", "foley artist", "" }.Select(Words.For("de").Role));
        Assert.Equal("Staffel 2: Licht", Words.For("de").Season(2, "Licht"));
    }

    [Fact]
    public void Every_class_of_message_has_a_name() =>
        Assert.All(Enum.GetNames<MailClass>(), name => Assert.Contains(name.ToLowerInvariant(), Words.For("en").Desk.Classes.Keys));

    [Fact]
    public void A_file_with_a_word_too_few_or_too_many_is_refused()
    {
        var few = WordFiles.Read("de");
        few["form"]!.AsObject().Remove("send");
        Assert.Contains("send", Assert.Throws<JsonException>(() => few.Deserialize(WordsJson.Default.Words)).Message);
        var many = WordFiles.Read("de");
        many["form"]!["sned"] = "Senden";
        Assert.Contains("sned", Assert.Throws<JsonException>(() => many.Deserialize(WordsJson.Default.Words)).Message);
    }

    [Fact]
    public void Every_language_is_documented()
    {
        var section = File.ReadAllText(Path.Combine(DocsTests.Root, "docs", "publishing.md")).Split("## Languages")[1].Split("\n## ")[0];
        Assert.All(Words.All, language => Assert.Contains($"`{language}`", section, StringComparison.OrdinalIgnoreCase));
    }

    // French sets these off with a narrow space that no line ends at.
    [Fact]
    public void French_signs_stand_after_a_narrow_space() =>
        Assert.All(WordFiles.Phrases("fr"), phrase => Assert.DoesNotMatch(@"[^\u202f][!?;»]|«[^\u202f]|[ \w]:(?!//)", phrase.Value.Replace("{0}", "", StringComparison.Ordinal)));

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Value();
}

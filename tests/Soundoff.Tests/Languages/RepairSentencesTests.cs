using System.Text.RegularExpressions;
using Soundoff.Languages;

namespace Soundoff.Tests.Languages;

public sealed partial class RepairSentencesTests
{
    [Theory]
    [InlineData("The message is empty.", "Die Nachricht ist leer.")]
    [InlineData("The field Subject holds bytes of no named charset; they were read as windows-1252.", "Das Feld Subject enthält Bytes ohne genannten Zeichensatz; sie wurden als windows-1252 gelesen.")]
    [InlineData("Nobody has written this sentence.", "Nobody has written this sentence.")]
    public void A_repair_is_told_in_the_language_with_its_values(string english, string german) => Assert.Equal(german, RepairSentences.In(english, Words.For("de")));

    [Fact]
    public void Every_sentence_of_the_reader_is_among_the_words()
    {
        var reader = Path.Combine(DocsTests.Root, "src", "Soundoff", "Mail");
        var sources = Directory.GetFiles(Path.Combine(reader, "Reading"), "*.cs").Append(Path.Combine(reader, "Keeping", "LetterReading.cs")).Select(File.ReadAllText);
        var sentences = sources.SelectMany(source => Said().Matches(source)).SelectMany(said => Literal().Matches(said.Value)).Select(literal => Hole().Replace(literal.Groups[1].Value, "7")).ToList();
        Assert.True(sentences.Count > 20, "The sentences are not found in the reader's source any more: mend this test.");
        Assert.All(sentences, sentence => Assert.True(RepairSentences.IsKnown(sentence), $"\"{sentence}\" is not among the repairs of Languages/en.json."));
    }

    [GeneratedRegex(@"repairs\.Add\(.*?\);|Repairs = .*", RegexOptions.None)]
    private static partial Regex Said();

    [GeneratedRegex("\"([A-Z][^\"]+\\.)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();
}

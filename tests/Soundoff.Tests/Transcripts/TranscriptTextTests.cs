using Soundoff.Transcripts;

namespace Soundoff.Tests.Transcripts;

public class TranscriptTextTests
{
    [Fact]
    public void Short_cues_of_one_speaker_become_a_paragraph()
    {
        var passage = Assert.Single(TranscriptText.Passages(Timed(("Anna", "Good evening,"), ("Anna", "and welcome\nto the observatory."))));
        Assert.Equal(new Passage(TimeSpan.Zero, "Anna", "Good evening, and welcome to the observatory."), passage);
    }

    [Fact]
    public void Another_speaker_begins_another_paragraph() =>
        Assert.Equal(["Anna", "Bert", "Anna"], TranscriptText.Passages(Timed(("Anna", "One."), ("Bert", "Two."), ("Anna", "Three."))).Select(p => p.Speaker));

    [Fact]
    public void A_long_turn_is_cut_at_the_end_of_a_sentence_after_sixty_words()
    {
        var cues = Enumerable.Range(0, 40).Select(i => ((string?)"Anna", i % 3 == 2 ? "and here the sentence ends.”" : "five words without an end")).ToArray();
        var passages = TranscriptText.Passages(Timed(cues));
        Assert.Equal(4, passages.Count);
        Assert.All(passages.SkipLast(1), p => Assert.EndsWith(".”", p.Text, StringComparison.Ordinal));
        Assert.Equal(TimeSpan.FromSeconds(24), passages[1].Start);
    }

    [Fact]
    public void A_turn_without_sentences_is_cut_after_a_hundred_and_twenty_words() =>
        Assert.Equal(3, TranscriptText.Passages(Timed([.. Enumerable.Repeat(((string?)null, "one two three four five six"), 60)])).Count);

    [Fact]
    public void Lines_of_Japanese_are_joined_without_spaces() =>
        Assert.Equal("東京の夜は静かです。", Assert.Single(TranscriptText.Passages(Timed((null, "東京の\n夜は"), (null, "静かです。")))).Text);

    [Fact]
    public void Paragraphs_without_times_stay_as_they_are() =>
        Assert.Equal(2, TranscriptText.Passages(new() { Type = "text/plain", Cues = [new() { Text = "One." }, new() { Text = "Two." }] }).Count);

    private static Transcript Timed(params (string? Speaker, string Text)[] cues) => new()
    {
        Type = "text/vtt",
        Cues = [.. cues.Select((c, i) => new Cue { Start = TimeSpan.FromSeconds(i * 2), Speaker = c.Speaker, Text = c.Text })],
    };
}

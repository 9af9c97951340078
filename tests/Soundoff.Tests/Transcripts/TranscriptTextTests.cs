using Soundoff.Transcripts;

namespace Soundoff.Tests.Transcripts;

public class TranscriptTextTests
{
    [Fact]
    public void Short_cues_of_one_speaker_become_a_paragraph()
    {
        var passage = Assert.Single(TranscriptText.Passages(Timed(("Anna", "Good evening,"), ("Anna", "and welcome\nto the observatory."))));
        Assert.Equal((TimeSpan.Zero, "Anna", "Good evening, and welcome to the observatory."), (passage.Start, passage.Speaker, passage.Text));
    }

    [Fact]
    public void A_paragraph_knows_where_its_cues_begin()
    {
        var passage = Assert.Single(TranscriptText.Passages(Timed((null, "Good evening,"), (null, " \n"), (null, "and welcome\nto the observatory."))));
        Assert.Equal(["Good evening, ", "and welcome to the observatory."], passage.Lines.Select((line, i) => passage.Text[line.At..(i + 1 < passage.Lines.Count ? passage.Lines[i + 1].At : passage.Text.Length)]));
        Assert.Equal(passage.Start, passage.Lines[0].Start);
        Assert.True(passage.Lines[1].Start > passage.Lines[0].Start);
        Assert.Empty(TranscriptText.Passages(new() { Type = "text/plain", Cues = [new() { Text = "One." }] })[0].Lines);
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

    [Fact]
    public void Captions_that_roll_up_are_read_once()
    {
        var automatic = Timed((null, "the harbour at two"), (null, "the harbour at two\nis not asleep"), (null, "is not asleep"), (null, "is not asleep\nbut it is quiet"), (null, "but it is quiet"));
        Assert.Equal("the harbour at two is not asleep but it is quiet", Assert.Single(TranscriptText.Passages(automatic)).Text);

        var broadcast = Timed((null, "one"), (null, "one\ntwo"), (null, "one\ntwo\nthree"), (null, "two\nthree\nfour"), (null, "three\nfour\nfive"));
        Assert.Equal("one two three four five", Assert.Single(TranscriptText.Passages(broadcast)).Text);

        var growing = Timed((null, "the"), (null, "the harbour"), (null, "the harbour sleeps"));
        Assert.Equal("the harbour sleeps", Assert.Single(TranscriptText.Passages(growing)).Text);
    }

    [Fact]
    public void People_who_repeat_themselves_are_heard_as_often_as_they_speak()
    {
        Assert.Equal("No. No. No. Never.", Assert.Single(TranscriptText.Passages(Timed((null, "No."), (null, "No."), (null, "No."), (null, "Never.")))).Text);
        Assert.Equal(
            "Row, row, row your boat Row, row, row your boat gently down the stream",
            Assert.Single(TranscriptText.Passages(Timed((null, "Row, row,\nrow your boat"), (null, "Row, row,\nrow your boat"), (null, "gently down the stream")))).Text);
        Assert.Equal(["Yes.", "Yes. We do."], TranscriptText.Passages(Timed(("Ana", "Yes."), ("Bo", "Yes.\nWe do."))).Select(p => p.Text));
    }

    private static Transcript Timed(params (string? Speaker, string Text)[] cues) => new()
    {
        Type = "text/vtt",
        Cues = [.. cues.Select((c, i) => new Cue { Start = TimeSpan.FromSeconds(i * 2), Speaker = c.Speaker, Text = c.Text })],
    };
}

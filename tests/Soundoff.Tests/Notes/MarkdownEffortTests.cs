using System.Diagnostics;
using Soundoff.Notes;
using Soundoff.Problems;

namespace Soundoff.Tests.Notes;

public class MarkdownEffortTests
{
    private const int Times = 40_000;

    [Theory]
    [InlineData("[a](")]
    [InlineData("[a][")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a ")]
    [InlineData("*a")]
    [InlineData("_a ")]
    [InlineData("**a *a ")]
    [InlineData("~~a")]
    [InlineData("`a ``b ")]
    [InlineData("<a ")]
    [InlineData("[a](b")]
    [InlineData("[x](((")]
    [InlineData("a**b_")]
    public void Forty_thousand_marks_take_no_more_time_than_forty_thousand_words(string mark)
    {
        // Seconds at most on a busy machine; a quadratic reader needs minutes.
        var text = "# Title\n\nBefore.\n\n" + string.Concat(Enumerable.Repeat(mark, Times)) + "\n\nAfter *this*.\n";
        var clock = Stopwatch.StartNew();
        var reading = MarkdownNotes.Read("a.md", text);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{mark} took {clock.Elapsed}.");
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((5, Severity.Warning), (problem.Line, problem.Severity));
        Assert.StartsWith("<p>Before.</p>", reading.Value!.BodyHtml, StringComparison.Ordinal);
        Assert.EndsWith("<p>After <em>this</em>.</p>", reading.Value.BodyHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> ")]
    [InlineData(">")]
    [InlineData("+ ")]
    [InlineData("1. ")]
    public void Forty_thousand_quotations_or_lists_in_each_other_are_refused_at_once(string mark)
    {
        var clock = Stopwatch.StartNew();
        var reading = MarkdownNotes.Read("a.md", "# Title\n\n" + string.Concat(Enumerable.Repeat(mark, Times)) + "deep");

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{mark} took {clock.Elapsed}.");
        Assert.Equal("The text is nested too deeply to be read.", Assert.Single(reading.Problems).Message);
    }

    [Theory]
    [InlineData("- - - ")]
    [InlineData("---")]
    [InlineData("***")]
    [InlineData("> ...")]
    public void A_long_rule_is_no_nesting(string mark) =>
        Assert.Empty(MarkdownNotes.Read("a.md", "# Title\n\nText.\n\n" + string.Concat(Enumerable.Repeat(mark, mark[0] == '>' ? 1 : 60)) + "\n").Problems);

    [Theory]
    [InlineData("| [a](https://a.example/page) | *b* | `c` |\n", 800, "| a | b | c |\n|---|---|---|\n")]
    [InlineData("- [a](https://a.example/page) and *b* with some_snake_case\n", 2000, "")]
    [InlineData("Words and *more* words with [a link](https://a.example/) and `code`. ", 150, "")]
    [InlineData("if (a[i] < b[j] && *c) { d[i]++; }\n", 5000, "```\n")]
    public void Long_texts_that_people_write_keep_their_formatting(string unit, int times, string head)
    {
        var reading = MarkdownNotes.Read("a.md", "# Title\n\n" + head + string.Concat(Enumerable.Repeat(unit, times)));

        Assert.Empty(reading.Problems);
        Assert.DoesNotContain("](", reading.Value!.BodyHtml, StringComparison.Ordinal);
    }
}

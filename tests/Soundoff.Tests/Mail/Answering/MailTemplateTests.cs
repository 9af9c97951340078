using Soundoff.Mail.Templates;

namespace Soundoff.Tests.Mail.Answering;

/// <summary>Templates by somebody who means harm.</summary>
public sealed class MailTemplateTests
{
    private const string Start = "Thanks\n{% assign s = 'aaaaaaaaaaaaaaaa' %}\n";

    // Four times what a run may use, in bytes of UTF-16.
    private const long MostBytes = 4L * TemplateBudget.Characters * sizeof(char);

    [Theory]
    [InlineData("append", "{% assign s = s | append: s %}", 3)]
    [InlineData("prepend", "{% assign s = s | prepend: s %}", 3)]
    [InlineData("replace", "{% assign s = s | replace: 'a', 'aa' %}", 3)]
    [InlineData("replace", "{% assign s = s | replace: 'a', s %}", 3)]
    [InlineData("capture", "{% capture s %}{{ s }}{{ s }}{% endcapture %}", 3)]
    [InlineData("concat", "{% assign l = s | split: '' %}LOOP{% assign l = l | concat: l %}", 3)]
    [InlineData("join", "{% assign s = s | split: '' | join: s %}", 3)]
    [InlineData("escape", "{% assign s = s | escape | append: '<<<' | escape | append: s | escape %}", 3)]
    public void A_text_doubled_over_and_over_is_refused_while_it_is_small(string word, string step, int line)
    {
        var parts = step.Split("LOOP");
        // Twenty-four doublings of sixteen characters are a quarter of a milliard.
        var source = Start + string.Concat(parts[..^1]) + string.Concat(Enumerable.Repeat(parts[^1], 24));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = MailTemplate.Fault("ack.text.liquid", source, MailSamples.Of("ack"));
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.NotNull(fault);
        Assert.Contains($"at \"{word}\"", fault.Value.Message, StringComparison.Ordinal);
        Assert.Equal(line, fault.Value.Line);
        Assert.True(bytes < MostBytes, $"{bytes:N0} bytes were taken.");
        Assert.Null(MailTemplate.TryRender(source, MailSamples.Of("ack"), Fluid.NullEncoder.Default));
    }

    [Fact]
    public void What_loops_write_is_counted_while_they_write()
    {
        // A quarter of a megabyte, three thousand times.
        var source = Start + string.Concat(Enumerable.Repeat("{% assign s = s | append: s %}", 14)) + "\n{% for a in words %}{% for b in words %}{{ s }}{% endfor %}{% endfor %}";
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = MailTemplate.Fault("ack.text.liquid", source, MailSamples.Of("ack"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        Assert.Equal(4, fault?.Line);
        Assert.Contains("at \"for\"", fault?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ 'now' | date: '%1000000000Y' }}")]
    [InlineData("{{ '{0,1000000000}' | format_string: 1 }}")]
    [InlineData("{% capture s %}{% for i in (1..1000000000) %}{% endfor %}{% endcapture %}")]
    [InlineData("{{ show | json | json | json }}")]
    public void What_takes_memory_at_one_stroke_is_refused(string stroke)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotNull(MailTemplate.Fault("ack.text.liquid", "Thanks\nfor your letter " + stroke, MailSamples.Of("ack")));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }

    [Theory]
    [InlineData("{% if show %}", "{% endif %}", 2000)]
    [InlineData("{%- unless show -%}", "{% endunless %}", 2000)]
    [InlineData("{% capture a %}", "{% endcapture %}", 2000)]
    [InlineData("{% for a in words %}", "{% endfor %}", 99)]
    [InlineData("{% if show %}{% raw %}{% endif %}{% endraw %}", "{% endif %}", 1000)]
    [InlineData("{{ a", "}}", 1)]
    public void A_template_nested_deeply_does_not_use_up_the_stack(string open, string close, int times)
    {
        var source = "Thanks\n" + string.Concat(Enumerable.Repeat(open, times)) + "x" + string.Concat(Enumerable.Repeat(close, times));
        OnSmallStack(() => MailTemplate.Fault("ack.text.liquid", source, MailSamples.Of("ack")));
    }

    [Theory]
    [InlineData("{{ show", " | upcase", " }}")]
    [InlineData("{% if show", " and show", " %}{% endif %}")]
    [InlineData("{{ a", "[a", " }}")]
    [InlineData("{{ \"}}\" | append: a", "[a", " }}")]
    [InlineData("{{ '%}' | append: a", "[a", " }}")]
    [InlineData("{{ '\\' }} ' | append: a", "[a", " }}")]
    [InlineData("{% raw %}{{ ' {% endraw %}{{ a", "[a", " }} '")]
    [InlineData("{{ (1..", "(1..", " }}")]
    [InlineData("{% liquid", "\nif show", "\n%}")]
    public void A_tag_that_goes_on_and_on_does_not_use_up_the_stack(string open, string again, string close)
    {
        // As long as a tag may be, and as long as a template may be.
        foreach (var length in new[] { 980, MailTemplate.Longest })
        {
            var source = "Thanks\n" + open + string.Concat(Enumerable.Repeat(again, (length - open.Length - close.Length) / again.Length)) + close;
            OnSmallStack(() => MailTemplate.Fault("ack.text.liquid", source, MailSamples.Of("ack")));
        }
    }

    // Half of what a thread of the pool has. A stack that is used up ends the process, and the tests with it.
    private static void OnSmallStack(Action action)
    {
        var thread = new Thread(() => action(), 512 * 1024);
        thread.Start();
        thread.Join();
    }
}

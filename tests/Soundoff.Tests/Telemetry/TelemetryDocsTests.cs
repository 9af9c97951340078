using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Soundoff.Telemetry;

namespace Soundoff.Tests.Telemetry;

public sealed partial class TelemetryDocsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(DocsTests.Root, "docs", "telemetry.md"));

    [Fact]
    public void Every_span_stands_in_its_table()
    {
        var spans = typeof(Spans).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal(spans.Order(StringComparer.Ordinal), Rows("## Traces", "## Metrics").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_metric_stands_in_its_table_with_its_unit()
    {
        var made = new List<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => { lock (made) made.Add(instrument); } };
        listener.Start();
        using var instruments = new Instruments();
        List<Instrument> own;
        lock (made) own = [.. made.Where(i => i.Meter.Scope == instruments)];
        Assert.Equal(own.Select(i => i.Name).Order(StringComparer.Ordinal), Rows("## Metrics", "## Logs").Order(StringComparer.Ordinal));
        Assert.All(own, i => Assert.Matches($@"\| `{Regex.Escape(i.Name)}` \| \w+, {Regex.Escape(i.Unit!)} \|", Page));
        Assert.All(own, i => Assert.False(string.IsNullOrEmpty(i.Description)));
    }

    // The names in the first column.
    private static IEnumerable<string> Rows(string heading, string next)
    {
        var from = Page.IndexOf(heading, StringComparison.Ordinal);
        return Page[from..Page.IndexOf(next, from, StringComparison.Ordinal)].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(row => Name().Matches(row.Split('|')[1])).Select(name => name.Groups["name"].Value);
    }

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Name();
}

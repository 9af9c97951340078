using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Soundoff.Telemetry;
using Soundoff.Tests.Functions;

namespace Soundoff.Tests.Infra;

/// <summary>The queries of alerts and workbook, read by Kusto's own language service against the columns that their tables have.</summary>
public partial class QueryTests
{
    private static readonly string Folder = Path.Combine(DocsTests.Root, "infra");

    private static Dictionary<string, string> Alerts =>
        Directory.EnumerateFiles(Path.Combine(Folder, "queries"), "*.kql").ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

    private static Dictionary<string, string> Workbook =>
        (from item in JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "workbook.json")))!["items"]!.AsArray()
         where item!["type"]!.GetValue<int>() == 3
         select (Name: item["name"]!.GetValue<string>(), Query: item["content"]!["query"]!.GetValue<string>())).ToDictionary(q => q.Name, q => q.Query);

    private static Dictionary<string, string> None => [];

    [Fact]
    public async Task Every_query_names_tables_columns_and_functions_that_exist()
    {
        var findings = await Finding.LintAsync(Alerts.Concat(Workbook).ToDictionary(), None);

        Assert.DoesNotContain(findings, finding => finding.Message is not null);
        Assert.Equal(Alerts.Count + Workbook.Count, findings.Count(finding => finding.Columns is { Count: > 0 }));
    }

    // Shows that the test above can fail.
    [Fact]
    public async Task Wrong_queries_are_found_out()
    {
        var wrong = new Dictionary<string, string>
        {
            ["a column that is not there"] = "AppMetrics | where Nme == 'x'",
            ["a table that is not there"] = "AppMetric | count",
            ["no operator"] = "AppMetrics | summarise count()",
            ["a number and a text"] = "AppRequests | where toint(ResultCode) >= '500'",
        };

        Assert.Equal(wrong.Keys.Order(StringComparer.Ordinal), (await Finding.LintAsync(wrong, None)).Where(finding => finding.Message is not null).Select(finding => finding.File).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_metric_that_is_asked_for_is_measured()
    {
        var measured = new HashSet<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => measured.Add(instrument.Name) };
        listener.Start();
        using var instruments = new Instruments();
        var asked = Alerts.Concat(Workbook).SelectMany(query => Metric().Matches(query.Value)).Select(match => match.Groups["name"].Value).ToHashSet();

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(measured));
    }

    // In the host's own tables the operation of what HTTP calls is its route.
    [Fact]
    public void Functions_are_known_by_their_names_and_exist()
    {
        var named = Alerts.Values.SelectMany(query => query.Split('\n')).Where(line => line.Contains("faas.name", StringComparison.Ordinal) || line.Contains("Function !in", StringComparison.Ordinal))
            .SelectMany(line => FunctionName().Matches(line)).Select(match => match.Groups["name"].Value).ToHashSet();

        Assert.Superset(new HashSet<string> { "Reconcile", "ReceiveMail", "MailEvents", "Health" }, named);
        Assert.Subset(DeclaredTrigger.All.Select(trigger => trigger.Function).ToHashSet(), named);
        Assert.All(Alerts.Concat(Workbook), query => Assert.DoesNotContain("OperationName", query.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rule_splits_by_columns_that_its_query_has()
    {
        var columns = (await Finding.LintAsync(Alerts, None)).Where(finding => finding.Columns is not null).ToDictionary(finding => finding.File, finding => finding.Columns!);
        var rules = (await Deployment.ReadAsync(Deployment.Default)).Of("Microsoft.Insights/scheduledQueryRules");

        Assert.All(rules, rule =>
        {
            var name = rule["name"]!.GetValue<string>()["station-".Length..];
            var criterion = SecurityRule.At(rule, "properties.criteria.allOf.0")!;
            Assert.Equal(Alerts[name], criterion["query"]!.GetValue<string>());
            Assert.All(criterion["dimensions"]!.AsArray(), dimension => Assert.Contains(dimension!["name"]!.GetValue<string>(), columns[name]));
        });
        Assert.Equal(Alerts.Keys.Order(StringComparer.Ordinal), rules.Select(rule => rule["name"]!.GetValue<string>()["station-".Length..]).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("Name == \"(?<name>soundoff[^\"]*)\"")]
    private static partial Regex Metric();

    [GeneratedRegex("\"(?<name>[A-Z]\\w+)\"")]
    private static partial Regex FunctionName();
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace Soundoff.Tests.Infra;

/// <summary>Each alert on rows that must raise it and on rows that must not: the queries, windows, thresholds and dimensions are those of the compiled template.</summary>
public sealed class AlertTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<IReadOnlyList<Situation>> All = new(() =>
        JsonSerializer.Deserialize<IReadOnlyList<Situation>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Infra", "alerts.json")), JsonSerializerOptions.Web)!);

    private static readonly Lazy<Task<IReadOnlyDictionary<string, IReadOnlyList<string>>>> Raised = new(RaiseAsync);

    public static IEnumerable<TheoryDataRow<string>> Situations => All.Value.Select(situation => new TheoryDataRow<string>(situation.Name));

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task It_is_raised_when_it_must_be_and_never_else(string situation) =>
        Assert.Equal(All.Value.Single(s => s.Name == situation).Raises, (await Raised.Value)[situation]);

    [Fact]
    public async Task Every_alert_is_seen_raised_and_not_raised()
    {
        var rules = (await RulesAsync()).Keys.Order(StringComparer.Ordinal).ToList();

        Assert.Equal(rules, All.Value.Where(s => s.Raises.Count > 0).Select(s => s.Alert).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(rules, All.Value.Where(s => s.Raises.Count == 0).Select(s => s.Alert).Distinct().Order(StringComparer.Ordinal));
    }

    // So that none of the above passes because its query was misread.
    [Fact]
    public async Task What_the_evaluator_does_not_know_it_refuses()
    {
        var unknown = new Dictionary<string, string>
        {
            ["BinaryExpression"] = "AppMetrics | where Name contains 'soundoff'",
            ["FunctionCallExpression"] = "AppMetrics | where TimeGenerated > ago(1h)",
            ["LiteralExpression"] = "AppMetrics | where Sum > 1h",
            ["DistinctOperator"] = "AppMetrics | distinct Name",
            ["JoinOperator"] = "AppMetrics | join AppRequests on OperationId",
        };
        var rows = new JsonObject { ["AppMetrics"] = new JsonArray(new JsonObject { ["Name"] = "soundoff.letters", ["Sum"] = 1, ["ItemCount"] = 1 }) };

        var results = await QueryRun.AllAsync([.. unknown.Select(query => new QueryRun(query.Key, query.Value, rows, Now))]);

        Assert.All(unknown.Keys, refused => Assert.StartsWith($"The evaluator of the tests does not know {refused} ", results[refused].Message, StringComparison.Ordinal));
    }

    // All at once: starting Node.js takes longer than the rest.
    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> RaiseAsync()
    {
        var rules = await RulesAsync();
        var results = await QueryRun.AllAsync([.. All.Value.Select(s => new QueryRun(s.Name, Criterion(rules[s.Alert])["query"]!.GetValue<string>(), Within(s.Rows, Window(rules[s.Alert])), Now))]);
        return All.Value.ToDictionary(s => s.Name, s => Evaluate(Criterion(rules[s.Alert]), results[s.Name]));
    }

    // A rule counts the rows of each combination of its dimensions.
    private static IReadOnlyList<string> Evaluate(JsonNode criterion, QueryResult result)
    {
        Assert.True(result.Rows is not null, result.Message);
        Assert.Equal(("Count", "GreaterThan"), (criterion["timeAggregation"]!.GetValue<string>(), criterion["operator"]!.GetValue<string>()));
        var dimensions = criterion["dimensions"]!.AsArray().Select(dimension => dimension!["name"]!.GetValue<string>()).ToList();
        return
        [
            .. from row in result.Rows!
               group row by string.Join(", ", dimensions.Select(name => row[name]!.ToString())) into alike
               where alike.Count() > criterion["threshold"]!.GetValue<int>()
               orderby alike.Key
               select alike.Key,
        ];
    }

    private static JsonObject Within(JsonObject rows, TimeSpan window) =>
        new(rows.Select(table => KeyValuePair.Create(table.Key, (JsonNode?)new JsonArray([.. table.Value!.AsArray().Where(row => Time(row!) > Now - window && Time(row!) <= Now).Select(row => row!.DeepClone())]))));

    private static DateTimeOffset Time(JsonNode row) => DateTimeOffset.Parse(row["TimeGenerated"]!.GetValue<string>(), CultureInfo.InvariantCulture);

    private static TimeSpan Window(JsonNode rule) => XmlConvert.ToTimeSpan(rule["properties"]!["windowSize"]!.GetValue<string>());

    private static JsonNode Criterion(JsonNode rule) => SecurityRule.At(rule, "properties.criteria.allOf.0")!;

    private static async Task<IReadOnlyDictionary<string, JsonNode>> RulesAsync() =>
        (await Deployment.ReadAsync(Deployment.Default)).Of("Microsoft.Insights/scheduledQueryRules").ToDictionary(rule => rule["name"]!.GetValue<string>()["station-".Length..]);

    /// <summary>Rows of telemetry.</summary>
    /// <param name="Alert">The alert.</param>
    /// <param name="Name">What happened.</param>
    /// <param name="Raises">The dimensions of the alerts that are raised, one empty text for a rule without dimensions; nothing: none is.</param>
    /// <param name="Rows">The rows of each table, at noon.</param>
    private sealed record Situation(string Alert, string Name, IReadOnlyList<string> Raises, JsonObject Rows);
}

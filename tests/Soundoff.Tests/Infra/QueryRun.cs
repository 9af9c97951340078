using System.Text.Json;
using System.Text.Json.Nodes;

namespace Soundoff.Tests.Infra;

/// <summary>A query on rows: the tree that Kusto's own parser makes of it, walked by <c>evaluate.cjs</c>.</summary>
/// <param name="Name">Tells it from others.</param>
/// <param name="Query">Its text.</param>
/// <param name="Rows">The rows of each table.</param>
/// <param name="Now">The time.</param>
internal sealed record QueryRun(string Name, string Query, JsonObject Rows, DateTimeOffset Now)
{
    /// <summary>The rows of each result, by the name of the run.</summary>
    public static async Task<IReadOnlyDictionary<string, QueryResult>> AllAsync(IReadOnlyList<QueryRun> runs) =>
        (await LanguageServices.AskAsync(new Dictionary<string, string>(), new Dictionary<string, string>(), runs))
            .Select(line => JsonSerializer.Deserialize<QueryResult>(line, JsonSerializerOptions.Web)!).ToDictionary(result => result.File);
}

/// <summary>What came of it.</summary>
/// <param name="File">The name of the run.</param>
/// <param name="Rows">The result; null when it was refused.</param>
/// <param name="Message">Why it was refused.</param>
internal sealed record QueryResult(string File, IReadOnlyList<JsonObject>? Rows = null, string? Message = null);

using System.Text.Json;

namespace Soundoff.Tests.Infra;

/// <summary>What a linter says about a file, or the columns that a query's result has.</summary>
/// <param name="File">The name it was given.</param>
/// <param name="Line">From 1; 0 when this tells columns.</param>
/// <param name="Message">What is wrong; null when this tells columns.</param>
/// <param name="Columns">The columns of a query's result.</param>
public sealed record Finding(string File, int Line = 0, string? Message = null, IReadOnlyList<string>? Columns = null)
{
    /// <summary>Reads queries with Kusto's language service and workflows with GitHub's.</summary>
    public static async Task<IReadOnlyList<Finding>> LintAsync(IReadOnlyDictionary<string, string> queries, IReadOnlyDictionary<string, string> workflows) =>
        [.. (await LanguageServices.AskAsync(queries, workflows, [])).Select(line => JsonSerializer.Deserialize<Finding>(line, JsonSerializerOptions.Web)!)];
}

using System.Diagnostics;
using System.Text.Json;

namespace Soundoff.Tests.Infra;

/// <summary>What a linter says about a file, or the columns that a query's result has.</summary>
/// <param name="File">The name it was given.</param>
/// <param name="Line">From 1; 0 when this tells columns.</param>
/// <param name="Message">What is wrong; null when this tells columns.</param>
/// <param name="Columns">The columns of a query's result.</param>
public sealed record Finding(string File, int Line = 0, string? Message = null, IReadOnlyList<string>? Columns = null)
{
    /// <summary>Reads queries with Kusto's language service and workflows with GitHub's, both from npm.</summary>
    public static async Task<IReadOnlyList<Finding>> LintAsync(IReadOnlyDictionary<string, string> queries, IReadOnlyDictionary<string, string> workflows)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var tables = JsonDocument.Parse(await System.IO.File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Infra", "tables.json"), cancellation));
        string[] arguments = ["--yes", "--package", "@kusto/language-service-next@12.4.1", "--package", "@actions/languageservice@0.3.61", "--package", "vscode-languageserver-textdocument@1.0.16", "--", "node", Path.Combine(AppContext.BaseDirectory, "Infra", "lint.cjs")];
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npx.cmd" : "npx", arguments)
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(new { tables = tables.RootElement, queries, workflows }));
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        Assert.True(process.ExitCode == 0, await errors);
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Finding>(line, JsonSerializerOptions.Web)!)];
    }
}

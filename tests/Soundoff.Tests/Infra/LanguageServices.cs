using System.Diagnostics;
using System.Text.Json;

namespace Soundoff.Tests.Infra;

/// <summary>Kusto's language service and GitHub's, both from npm, with the tables that telemetry is kept in.</summary>
internal static class LanguageServices
{
    private static readonly string[] Packages = ["@kusto/language-service-next@12.4.1", "@actions/languageservice@0.3.61", "vscode-languageserver-textdocument@1.0.16"];

    /// <summary>Asks them; each line of the answer is one object.</summary>
    /// <param name="queries">Texts of queries to be checked, by name.</param>
    /// <param name="workflows">Texts of workflows to be checked, by file.</param>
    /// <param name="runs">Queries to be run on rows.</param>
    public static async Task<IReadOnlyList<string>> AskAsync(IReadOnlyDictionary<string, string> queries, IReadOnlyDictionary<string, string> workflows, IReadOnlyList<QueryRun> runs)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var tables = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Infra", "tables.json"), cancellation));
        string[] arguments = ["--yes", .. Packages.SelectMany(package => new[] { "--package", package }), "--", "node", Path.Combine(AppContext.BaseDirectory, "Infra", "lint.cjs")];
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npx.cmd" : "npx", arguments)
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(new { tables = tables.RootElement, queries, workflows, runs }, JsonSerializerOptions.Web));
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        Assert.True(process.ExitCode == 0, await errors);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

using System.Diagnostics;
using Soundoff.Tests.Functions.Deployed;

namespace Soundoff.Tests.Bench;

/// <summary>Every benchmark still runs: each with its smallest work, in a process of its own.</summary>
public sealed class BenchmarksTests(PublishedApp app)
{
    [Theory]
    [InlineData("journey 1", "Storage operations")]
    [InlineData("import 1", "Episodes")]
    [InlineData("letters 1", "outbox")]
    [InlineData("mail 1", "letter,")]
    [InlineData("fuzz --minutes 0.01 --seed 1", "seed 1")]
    [InlineData("once", "FeedBench")]
    public Task It_runs(string arguments, string says) => RunsAsync(arguments.Split(' '), says);

    [Fact]
    public async Task Startup_runs() => await RunsAsync(["startup", "1", await app.FolderAsync()], "As published");

    private static async Task RunsAsync(string[] arguments, string says)
    {
        // Built beside the tests, in the same configuration; what it writes goes to a folder that is removed.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(DocsTests.Root, "tests", "Soundoff.Bench", "bin", configuration, "net10.0", "Soundoff.Bench.dll");
        var folder = Directory.CreateTempSubdirectory("soundoff-bench-");
        try
        {
            using var bench = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName })!;
            var failure = bench.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await bench.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await bench.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(bench.ExitCode == 0, $"{string.Join(' ', arguments)} failed:\n{output}\n{await failure}");
            Assert.Contains(says, output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

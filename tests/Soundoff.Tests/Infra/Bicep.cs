using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Soundoff.Tests.Infra;

/// <summary>The Bicep command line, from its NuGet package, on a copy of <c>infra</c>.</summary>
public static class Bicep
{
    private static readonly string Tool =
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Bicep").Value!;

    private static readonly Lazy<string> Copied = new(() => Copy("infra-copy"));

    /// <summary>The copy: a snapshot is written beside its parameters.</summary>
    public static string Folder => Copied.Value;

    /// <summary>Skips the test where the package has no program to run. Build agents run Linux on x64, so there it runs.</summary>
    public static void MustRunHere() => Assert.SkipUnless(
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.X64,
        "The package Azure.Bicep.CommandLine.linux-x64 runs on Linux x64 only: run 'bicep lint infra/main.bicep' here instead.");

    /// <summary>Runs a command in the copy.</summary>
    public static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        MustRunHere();
        var start = new ProcessStartInfo(Tool, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Makes another copy beside the tests, for a command that changes files.</summary>
    public static string Copy(string name)
    {
        var (from, to) = (Path.Combine(DocsTests.Root, "infra"), Path.Combine(AppContext.BaseDirectory, name));
        if (Directory.Exists(to)) Directory.Delete(to, recursive: true);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        foreach (var parameters in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Infra"), "*.bicepparam")) File.Copy(parameters, Path.Combine(to, Path.GetFileName(parameters)));
        return to;
    }
}

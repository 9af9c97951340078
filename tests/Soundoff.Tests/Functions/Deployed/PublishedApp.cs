using System.Diagnostics;
using Soundoff.Tests.Functions.Deployed;

[assembly: AssemblyFixture(typeof(PublishedApp))]

namespace Soundoff.Tests.Functions.Deployed;

/// <summary>The app as it is deployed, published once for the whole run by the first test that asks: the Release build, compiled ahead.</summary>
public sealed class PublishedApp
{
    private readonly Lazy<Task<string>> _folder = new(() => Task.Run(PublishAsync));

    /// <summary>The folder that would be uploaded.</summary>
    public Task<string> FolderAsync() => _folder.Value;

    private static async Task<string> PublishAsync()
    {
        var project = Path.Combine(DocsTests.Root, "src", "Functions");
        // The usual place, so that a second run has little to do.
        var folder = Path.Combine(project, "bin", "Release", "net10.0", "linux-x64", "publish");
        // Style is looked at by whoever builds for these tests.
        var start = new ProcessStartInfo("dotnet", ["publish", project, "--configuration", "Release", "--output", folder, "--nologo", "-nodeReuse:false", "-p:RunAnalyzers=false"]) { RedirectStandardOutput = true };
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, $"The functions cannot be published:\n{said}");
        return folder;
    }
}

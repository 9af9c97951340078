using System.Text.RegularExpressions;
using System.Xml.Linq;
using YamlDotNet.RepresentationModel;

namespace Soundoff.Tests.Infra;

/// <summary>What a stranger's machine must have, and the container that has it.</summary>
public sealed partial class ToolsTests
{
    private static string Dockerfile => File.ReadAllText(Path.Combine(DocsTests.Root, ".devcontainer", "Dockerfile"));

    private static YamlMappingNode Project
    {
        get
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(File.ReadAllText(Path.Combine(DocsTests.Root, "azure.yaml"))));
            return (YamlMappingNode)stream.Documents[0].RootNode;
        }
    }

    // Playwright knows one build of the browser, and looks for no other.
    [Fact]
    public void The_containers_browser_is_that_of_the_tests()
    {
        var wanted = XDocument.Load(Path.Combine(DocsTests.Root, "Directory.Packages.props")).Descendants("PackageVersion").Single(package => (string)package.Attribute("Include")! == "Microsoft.Playwright").Attribute("Version")!.Value;
        Assert.Equal(wanted, PlaywrightVersion().Match(Dockerfile).Groups["version"].Value);
    }

    // The image is Ubuntu, which has no such package: https://learn.microsoft.com/dotnet/core/compatibility/containers/10.0/default-images-use-ubuntu
    [Fact]
    public void The_container_asks_ubuntu_for_no_browser() =>
        Assert.DoesNotMatch(@"apt-get install[^&]*\bchromium\b", Dockerfile);

    [Fact]
    public void Azd_says_itself_that_it_is_too_old()
    {
        var asked = Project["requiredVersions"]["azd"].ToString();
        Assert.Matches(@"^>= \d+\.\d+\.\d+$", asked);
        Assert.Contains($"azd {asked[3..^2]}", File.ReadAllText(Path.Combine(DocsTests.Root, "infra", "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_hook_is_there_for_both_shells() =>
        Assert.All((YamlMappingNode)Project["hooks"], hook =>
        {
            Assert.Equal($"infra/hooks/{hook.Key}.sh", hook.Value["posix"]["run"].ToString());
            Assert.Equal($"infra/hooks/{hook.Key}.ps1", hook.Value["windows"]["run"].ToString());
            Assert.True(File.Exists(Path.Combine(DocsTests.Root, hook.Value["posix"]["run"].ToString())) && File.Exists(Path.Combine(DocsTests.Root, hook.Value["windows"]["run"].ToString())));
        });

    [GeneratedRegex(@"playwright@(?<version>\d+\.\d+\.\d+) install")]
    private static partial Regex PlaywrightVersion();
}

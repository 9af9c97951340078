using Soundoff.Files;
using Soundoff.Problems;
using Soundoff.Shows;
using Soundoff.Tests.Notes;

namespace Soundoff.Tests.Shows;

public class ShowFileTests
{
    public static IEnumerable<TheoryDataRow<string>> Files => Fixtures.Names("shows", ".yaml");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_show_gives_what_its_twin_says(string name) => Fixtures.GivesItsTwin("shows", name, bytes =>
        FactsJson.Of(ShowFile.Read("show.yaml", TextFile.Decode(name, bytes).Value!, Path.GetFileNameWithoutExtension(name))));

    [Fact]
    public void A_show_without_a_file_is_named_after_its_folder() => Assert.Equal("Night desk", ShowDefaults.For("night-desk").Title);

    [Fact]
    public void Everything_a_directory_would_miss_is_named()
    {
        var problems = ShowChecks.Directories(ShowDefaults.For("night-desk"), languageGiven: false);

        Assert.Equal(["categories", "explicit", "language", "description", "cover", "owner"], problems.Select(p => p.Field));
        Assert.All(problems, p => Assert.Equal(Severity.Warning, p.Severity));
        Assert.All(problems, p => Assert.Matches("Apple|Spotify", p.Message));
    }

    [Fact]
    public void A_complete_show_misses_only_its_cover()
    {
        var show = ShowFile.Read("show.yaml", File.ReadAllText(Fixtures.PathOf("shows", "everything.yaml")), "night").Value!;

        Assert.Equal("cover", Assert.Single(ShowChecks.Directories(show)).Field);
    }
}

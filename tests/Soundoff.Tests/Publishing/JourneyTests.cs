using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

public class JourneyTests(AzuriteFixture azurite)
{
    private const string Notes = "---\ntitle: Night trains\ndate: 2026-02-03\nguests: [\"Ana Ruiz, who repairs signals\"]\ntopics: [Trains]\n---\nThey run again.\n";

    [Fact]
    public async Task An_uploaded_text_is_a_page_in_the_shows_site_and_feeds()
    {
        var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/night.md", Notes);
        await world.SettleAsync();

        Assert.Contains("Night trains", await world.ReadAsync("rail/night/index.html"));
        Assert.Contains("Night trains", await world.ReadAsync("rail/atom.xml"));
        Assert.Contains("\"outcome\": \"published\"", await world.ReadAsync("rail/night.report.json", "reports"));
        Assert.Contains("rail/2026/02/index.html", await world.PathsAsync());
        Assert.Contains("rail/topics/trains/index.html", await world.PathsAsync());
        Assert.Contains("rail/guests/ana-ruiz/index.html", await world.PathsAsync());

        await world.DeleteAsync("rail/night.md");
        await world.SettleAsync();
        Assert.Null(await world.ReadAsync("rail/night/index.html"));
        Assert.DoesNotContain("Night trains", await world.ReadAsync("rail/atom.xml"));
    }
}

using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

public class OtherStationTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_second_station_on_the_account_is_told_of_the_first_while_that_ones_pages_are_fresh()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/show.yaml", "title: Rail\nlanguage: en\nauthor: Ida\nemail: ida@radio.example\ncategories: [News]\n");
        await world.SettleAsync();
        Assert.DoesNotContain(await WordsAsync(world), words => words.Contains("Another station", StringComparison.Ordinal));

        await using var second = world.Second(TimeSpan.FromHours(2), "http://localhost:7071/");
        await second.PostAsync("rail/show.yaml");
        await second.SettleAsync();
        Assert.Contains(await WordsAsync(world), words => words.StartsWith("Another station published this show on the same storage account at 12:00 UTC, with links under https://radio.example/", StringComparison.Ordinal));

        // The same address a day later is what a change of the address looks like.
        await using var moved = world.Second(TimeSpan.FromHours(27), "https://new.example/");
        await moved.PostAsync("rail/show.yaml");
        await moved.SettleAsync();
        Assert.DoesNotContain(await WordsAsync(world), words => words.Contains("Another station", StringComparison.Ordinal));
    }

    private static async Task<IEnumerable<string>> WordsAsync(World world) => (await world.ProblemsAsync("rail/show")).Select(problem => problem.GetProperty("message").GetString()!);
}

using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Mail.Visiting;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Attacks;

/// <summary>Two shows of one station share an address.</summary>
public sealed class SharedAddressTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("rail", "")]
    [InlineData("tram", "")]
    [InlineData("rail", "&episode=night")]
    [InlineData("tram", "&episode=night")]
    public async Task What_is_written_into_a_shows_form_reaches_that_show(string show, string episode)
    {
        await using var world = await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
        await world.UploadAsync("tram/show.yaml", "title: Tram\nlanguage: en\ncontact: contact@radio.example\nmail: { hosts: [tom@hosts.example] }\n");
        await world.UploadAsync("tram/night.md", "---\ntitle: Night trams\ndate: 2026-02-26\n---\nThey run again.\n");
        await world.SettleAsync();
        var visits = new Visits(world);
        var form = (await visits.ContactAsync($"?show={show}{episode}")).Form;
        world.Clock.Now = world.Clock.Now.AddSeconds(9);
        // Naming the other show's page makes it none of that show's.
        Assert.Equal(200, (await visits.ContactAsync($"?show={show}{episode}", null, ("form", form), ("text", "See https://radio.example/rail/first/ and https://radio.example/tram/night/."))).Status);
        await world.SettleAsync();
        Assert.Equal(show == "rail" ? (1, 0) : (0, 1), ((await world.LettersAsync("rail")).Count, (await world.LettersAsync("tram")).Count));
        Assert.Equal(show == "rail" ? (1, 0) : (0, 1), (world.SentTo(LetterWorld.Ida).Count, world.SentTo("tom@hosts.example").Count));
    }

    [Fact]
    public async Task The_same_words_into_both_forms_are_two_letters()
    {
        await using var world = await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
        await world.UploadAsync("tram/show.yaml", "title: Tram\nlanguage: en\ncontact: contact@radio.example\n");
        await world.SettleAsync();
        var form = (await new Visits(world).ContactAsync("?show=rail")).Form;
        world.Clock.Now = world.Clock.Now.AddSeconds(9);
        foreach (var show in new[] { "rail", "tram" }) await new Visits(world).ContactAsync($"?show={show}", null, ("form", form), ("text", "Hello."));
        await world.SettleAsync();
        Assert.Equal((1, 1), ((await world.LettersAsync("rail")).Count, (await world.LettersAsync("tram")).Count));
    }
}

using Microsoft.AspNetCore.Http;
using Soundoff.Mail.Sorting;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Visiting;

/// <summary>The contact form, through its function.</summary>
public sealed class ContactVisitTests(AzuriteFixture azurite)
{
    private const string Ours = "8f3e1c52-6a51-4a3e-9d0e-2f4b7c1d9e60";
    private const string Night = "?show=rail&episode=night";

    [Fact]
    public async Task A_letter_written_into_the_form_is_about_its_episode_with_name_and_place()
    {
        await using var world = await RailAsync();
        var thanks = await SendAsync(world, ("text", "Never late.\r\n\r\nReally."), ("name", "Ana Ruiz"), ("place", "Lisbon"), ("address", LetterWorld.Ana));
        Assert.Equal((200, "Thank you"), (thanks.Status, thanks.Title));
        var letter = await world.OnlyLetterAsync();
        Assert.Equal((MailClass.Letter, "night", "Never late.\n\nReally."), (letter.Class, letter.Episode, letter.Content!.Text));
        Assert.Equal(("Ana Ruiz", "Lisbon", LetterWorld.Ana), (letter.Content.Name, letter.Content.Place, letter.Content.Address));
    }

    [Theory]
    [InlineData("text", " ", "Write something")]
    [InlineData("address", "ana at home", "no mail address")]
    public async Task What_is_wrong_is_told_in_place_and_what_was_written_is_kept(string field, string value, string told)
    {
        await using var world = await RailAsync();
        var fields = new Dictionary<string, string> { ["text"] = "Kept <text>.", ["name"] = "Ana \"A\" Ruiz", ["place"] = "Lisbon", ["address"] = "ana@example.com", [field] = value };
        var page = await SendAsync(world, [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.Equal(400, page.Status);
        Assert.Contains(told, page.Problem, StringComparison.Ordinal);
        Assert.Contains($"id=\"{field}\"", page.Html[..page.Html.IndexOf("aria-invalid", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("value=\"Ana &quot;A&quot; Ruiz\"", page.Html, StringComparison.Ordinal);
        Assert.Empty(await world.LettersAsync());

        // Mended at once: whoever had the form before need not wait again.
        var thanks = await new Visits(world).ContactAsync(Night, null, ("form", page.Form), ("text", "Mended."));
        Assert.Equal("Thank you", thanks.Title);
    }

    [Fact]
    public async Task Robots_are_thanked_and_not_read_and_who_is_too_quick_is_asked_to_press_again()
    {
        await using var world = await RailAsync();
        Assert.Equal("Thank you", (await SendAsync(world, ("text", "Buy."), ("website", "http://shop.example/"))).Title);
        var quick = await SendAsync(world, 0, ("text", "Quick."));
        Assert.Contains("press Send once more", quick.Problem, StringComparison.Ordinal);
        Assert.Contains("Quick.</textarea>", quick.Html, StringComparison.Ordinal);
        Assert.Empty(await world.LettersAsync());

        world.Clock.Now = world.Clock.Now.AddSeconds(3);
        await new Visits(world).ContactAsync(Night, null, ("form", quick.Form), ("text", "Quick."));
        await world.SettleAsync();
        Assert.Equal("Quick.", (await world.OnlyLetterAsync()).Content!.Text);
    }

    [Fact]
    public async Task A_form_that_was_open_for_days_is_sent_by_pressing_once_more()
    {
        await using var world = await RailAsync();
        var old = await SendAsync(world, 200_000, ("text", "Slow."));
        Assert.Contains("press Send once more", old.Problem, StringComparison.Ordinal);
        Assert.Equal("Thank you", (await new Visits(world).ContactAsync(Night, null, ("form", old.Form), ("text", "Slow."))).Title);
    }

    [Fact]
    public async Task One_form_sent_twice_is_one_letter_and_another_text_is_another()
    {
        await using var world = await RailAsync();
        var form = (await new Visits(world).ContactAsync(Night)).Form;
        world.Clock.Now = world.Clock.Now.AddSeconds(9);
        foreach (var text in new[] { "One.", "One.", "Two." }) await new Visits(world).ContactAsync(Night, null, ("form", form), ("text", text));
        await world.SettleAsync();
        Assert.Equal(["One.", "Two."], (await world.LettersAsync()).Select(l => l.Content!.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_an_address_it_is_the_place_on_the_network_that_is_counted_as_the_front_end_tells_it()
    {
        await using var world = await RailAsync();
        // What the caller wrote stands first and counts for nothing.
        for (var i = 0; i < 10; i++) Assert.Equal(200, (await FromAsync($"198.51.100.{i}, 203.0.113.7:{40000 + i}", i)).Status);
        var many = await FromAsync("192.0.2.9, 203.0.113.7:40100", 10);
        Assert.Equal(429, many.Status);
        Assert.Contains("Letter 10.</textarea>", many.Html, StringComparison.Ordinal);
        Assert.Equal(200, (await FromAsync("192.0.2.9, 203.0.113.8:40100", 11)).Status);
        Assert.Equal(200, (await FromAsync("192.0.2.9, [2001:db8:1:2::5]:40100", 12)).Status);
        Assert.DoesNotContain("203.0.113", world.Log.All, StringComparison.Ordinal);

        world.Clock.Now = world.Clock.Now.AddHours(1);
        Assert.Equal(200, (await FromAsync("203.0.113.7:1", 13)).Status);

        async Task<Visited> FromAsync(string forwarded, int number)
        {
            var form = (await new Visits(world).ContactAsync(Night)).Form;
            world.Clock.Now = world.Clock.Now.AddSeconds(9);
            return await new Visits(world).ContactAsync(Night, request => request.Headers["X-Forwarded-For"] = forwarded, ("form", form), ("text", $"Letter {number}."));
        }
    }

    [Fact]
    public async Task Behind_Front_Door_it_is_the_place_that_Front_Door_saw()
    {
        await using var world = await (await LetterWorld.CreateAsync(azurite.NewAccount(), settings: [("Mail:Proxies", "2"), ("Mail:FrontDoorId", Ours)])).WithRailAsync();
        for (var i = 0; i < 10; i++) Assert.Equal(200, await FromAsync("203.0.113.7", i));
        Assert.Equal(429, await FromAsync("203.0.113.7", 10));
        Assert.Equal(200, await FromAsync("203.0.113.8", 11));

        // Around it, or through a Front Door of one's own, a caller may write what it likes: it is one place, whatever it says.
        for (var i = 0; i < 10; i++) Assert.Equal(200, await FromAsync($"198.51.100.{i}", 20 + i, i % 2 == 0 ? null : "0b1c8c8f-0000-4000-8000-000000000000"));
        Assert.Equal(429, await FromAsync("198.51.100.77", 30, null));

        async Task<int> FromAsync(string socket, int number, string? frontDoor = Ours)
        {
            var form = (await new Visits(world).ContactAsync(Night)).Form;
            world.Clock.Now = world.Clock.Now.AddSeconds(9);
            return (await new Visits(world).ContactAsync(Night, Through, ("form", form), ("text", $"Letter {number}."))).Status;

            // The Functions host names its own peer alone: one of Front Door's servers, which is the same for everybody near it.
            void Through(HttpRequest request)
            {
                request.Headers["X-Forwarded-For"] = "192.0.2.1";
                request.Headers["X-Azure-SocketIP"] = socket;
                if (frontDoor is not null) request.Headers["X-Azure-FDID"] = frontDoor;
            }
        }
    }

    [Fact]
    public async Task Who_wrote_is_forgotten_by_the_night_after()
    {
        await using var world = await RailAsync();
        await SendAsync(world, ("text", "Never late."));
        Assert.Single(await VisitorsAsync(world));
        world.Clock.Now = world.Clock.Now.AddHours(2);
        await world.Get<Soundoff.Mail.MailExpiry>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await VisitorsAsync(world));
    }

    [Fact]
    public async Task A_page_elsewhere_cannot_write_letters_through_its_visitors()
    {
        await using var world = await RailAsync();
        var form = (await new Visits(world).ContactAsync(Night)).Form;
        world.Clock.Now = world.Clock.Now.AddSeconds(9);
        Assert.Equal(400, (await new Visits(world).ContactAsync(Night, request => request.Headers["Sec-Fetch-Site"] = "cross-site", ("form", form), ("text", "Not mine."))).Status);
        await world.SettleAsync();
        Assert.Empty(await world.LettersAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?show=nowhere")]
    [InlineData("?show=../rail")]
    [InlineData("?show=%23")]
    public async Task A_show_that_takes_no_letters_is_told(string query)
    {
        await using var world = await RailAsync();
        Assert.Equal((404, "No letters here"), ((await new Visits(world).ContactAsync(query)).Status, (await new Visits(world).ContactAsync(query)).Title));
    }

    [Theory]
    [InlineData("?show=rail&episode=nowhere")]
    [InlineData("?show=rail&episode=a%40b.example,contact")]
    public async Task An_episode_that_is_not_on_air_gives_the_form_of_the_show(string query)
    {
        await using var world = await RailAsync();
        Assert.Contains("<bdi>Rail</bdi>", (await new Visits(world).ContactAsync(query)).Html, StringComparison.Ordinal);
    }

    private static async Task<List<string>> VisitorsAsync(LetterWorld world)
    {
        var rows = new List<string>();
        await foreach (var row in world.Get<Soundoff.Mail.Keeping.LetterTable>().RangeAsync("rail", "v:", TestContext.Current.CancellationToken)) rows.Add(row.RowKey);
        return rows;
    }

    private static Task<Visited> SendAsync(LetterWorld world, params (string, string)[] fields) => SendAsync(world, 9, fields);

    private static async Task<Visited> SendAsync(LetterWorld world, int seconds, params (string, string)[] fields)
    {
        var form = (await new Visits(world).ContactAsync(Night)).Form;
        world.Clock.Now = world.Clock.Now.AddSeconds(seconds);
        var answer = await new Visits(world).ContactAsync(Night, null, [("form", form), .. fields]);
        await world.SettleAsync();
        return answer;
    }

    private async Task<LetterWorld> RailAsync() => await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
}

using Microsoft.Playwright;

namespace Soundoff.Tests.Browser;

public sealed class FollowInBrowserTests(ChromiumFixture chromium)
{
    [Theory]
    [InlineData(390, "night-desk/", ColorScheme.Dark)]
    [InlineData(1440, "night-desk/harbour-lights/", ColorScheme.Light)]
    public async Task Subscribing_opens_on_the_page_by_keyboard_and_gives_the_address(int width, string path, ColorScheme scheme)
    {
        var page = await chromium.PageAsync(width, scheme);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        await page.GotoAsync(path);
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Subscribe" });
        var button = page.Locator(".hero-actions [data-follow]");
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Link, new() { Name = "AntennaPod" })).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Copy the feed’s address" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("Copied");
        Assert.Equal("https://radio.example/listen/night-desk/feed.xml", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await dialog.GetByText("Feeds").ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Link, new() { Name = "RSS" })).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth"), $"The dialog scrolls sideways at {width} px.");
        await PagesInBrowserTests.AssertSoundAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(button).ToBeFocusedAsync();
        Assert.Empty(complaints);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Without_JavaScript_a_page_of_its_own_says_how_to_subscribe()
    {
        var page = await chromium.PageAsync(390, script: false);
        await page.GotoAsync("night-desk/");
        await page.Locator(".hero-actions .button").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/night-desk/subscribe/$"));
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Pocket Casts" })).ToBeVisibleAsync();
        Assert.True(await page.Locator(".code img").EvaluateAsync<bool>("img => img.complete && img.naturalWidth > 0"), "The QR code did not load.");
        await page.Context.DisposeAsync();
    }
}

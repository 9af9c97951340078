using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Soundoff.Tests.Browser;

/// <summary>What a listener does on the pages with the player that the script makes. Nobody may see a complaint of the browser, its policy's least of all.</summary>
public sealed class ListeningInBrowserTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Harbour = "night-desk/harbour-lights/";

    private readonly List<string> complaints = [];
    private readonly List<string> recordings = [];
    private IPage page = null!;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (page is not null) await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task An_episode_is_heard_in_its_place_and_in_a_bar_once_that_is_out_of_sight(int width, ColorScheme scheme)
    {
        await OpenAsync(Harbour, width, scheme);
        await Expect(page.Locator("audio[controls]")).ToHaveCountAsync(0);
        await Expect(Part("length")).ToHaveTextAsync("1:02:05");
        await Expect(Part("marks").Locator("i")).ToHaveCountAsync(2);
        Assert.Empty(recordings);

        await Button("Play").ClickAsync();
        await HeardAsync(0);
        await Moment("Dawn").ClickAsync();
        await HeardAsync(3601);
        await Expect(Moment("Dawn")).ToHaveAttributeAsync("aria-current", "true");
        Assert.Equal(["Dawn", "Harbour lights", "Night Desk"], await page.EvaluateAsync<string[]>("(({ title, album, artist }) => [title, album, artist])(navigator.mediaSession.metadata)"));
        await Button("Pause").ClickAsync();
        await page.EvaluateAsync("document.querySelector('audio').currentTime = 3605");
        await Button("Back 15 seconds").ClickAsync();
        await Expect(Part("at")).ToHaveTextAsync("59:50");
        await Expect(Moment("The round")).ToHaveAttributeAsync("aria-current", "true");
        await Button("Forward 30 seconds").ClickAsync();
        await Expect(Part("at")).ToHaveTextAsync("1:00:20");
        await Button("Play").ClickAsync();

        await ScrollAsync("document.body.scrollHeight");
        await Expect(page.Locator(".deck.bar")).ToBeInViewportAsync();
        await ScrollAsync("document.body.scrollHeight");
        await Expect(page.Locator(".deck.bar").GetByRole(AriaRole.Link, new() { Name = "Harbour lights" })).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"The page scrolls sideways at {width} px.");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.footer-line').getBoundingClientRect().bottom <= document.querySelector('.bar').getBoundingClientRect().top"), "The bar hides the end of the page.");
        await AssertAccessibleAsync();
        await ScrollAsync("0");
        await Expect(page.Locator(".deck.bar")).ToHaveCountAsync(0);
        await Button("Pause").ClickAsync();
        await AssertAccessibleAsync();
        AssertNoComplaints();
    }

    [Fact]
    public async Task A_highlight_ends_where_it_ends()
    {
        await OpenAsync(Harbour);
        await page.Locator("[data-moments=highlights] a").ClickAsync();
        await HeardAsync(73.5);
        await page.EvaluateAsync("document.querySelector('audio').currentTime = 93");
        await Expect(Button("Play")).ToBeVisibleAsync();
        Assert.InRange(await page.EvaluateAsync<double>("document.querySelector('audio').currentTime"), 93.5, 103);
        AssertNoComplaints();
    }

    [Fact]
    public async Task Speed_and_place_are_kept_and_the_place_is_offered_again()
    {
        await OpenAsync(Harbour);
        await Part("speed").SelectOptionAsync("1.5");
        await Moment("The round").ClickAsync();
        await HeardAsync(95);
        await Button("Pause").ClickAsync();
        var left = (await Part("at").TextContentAsync())!;
        await page.ReloadAsync();
        await Expect(Part("speed")).ToHaveValueAsync("1.5");
        await Expect(Part("at")).ToHaveTextAsync(left);
        await Button($"Continue at {left}").ClickAsync();
        await HeardAsync(95);
        await Expect(Button($"Continue at {left}")).ToBeHiddenAsync();
        Assert.Equal(1.5, await page.EvaluateAsync<double>("document.querySelector('audio').playbackRate"));
        await page.ReloadAsync();
        await Button("From the beginning").ClickAsync();
        await HeardAsync(0);
        AssertNoComplaints();
    }

    [Fact]
    public async Task Keys_do_what_they_do_in_the_big_players_and_can_be_turned_off()
    {
        await OpenAsync(Harbour);
        await page.Keyboard.PressAsync("Space");
        await Expect(Button("Pause")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(Button("Play")).ToBeVisibleAsync();
        await page.EvaluateAsync("document.querySelector('audio').currentTime = 60");
        await PressAsync("l", "1:30");
        await PressAsync("ArrowRight", "1:35");
        await PressAsync("ArrowLeft", "1:30");
        await PressAsync("j", "1:15");
        await page.Keyboard.PressAsync(">");
        await Expect(Part("speed")).ToHaveValueAsync("1.25");
        await page.Keyboard.PressAsync("<");
        await page.Keyboard.PressAsync("<");
        await Expect(Part("speed")).ToHaveValueAsync("0.75");
        await page.Keyboard.PressAsync("m");
        await Expect(Button("Mute")).ToHaveAttributeAsync("aria-pressed", "true");

        await page.Keyboard.PressAsync("?");
        var list = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
        await Expect(list).ToBeVisibleAsync();
        await AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Switch, new() { Name = "Use these keys on this site" }).UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("m");
        await Expect(Button("Mute")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.PressAsync("?");
        await Expect(list).ToBeVisibleAsync();
        AssertNoComplaints();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Lists_play_in_the_bar_one_recording_at_a_time(int width)
    {
        await OpenAsync("night-desk/", width);
        var buttons = page.Locator(".entry .listen");
        await buttons.Nth(0).ClickAsync();
        var bar = page.Locator(".deck.bar");
        await Expect(bar).ToBeInViewportAsync();
        await Expect(buttons.Nth(0)).ToHaveAttributeAsync("aria-pressed", "true");
        await buttons.Nth(1).ClickAsync();
        await Expect(buttons.Nth(1)).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(buttons.Nth(0)).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(bar.Locator("[data-part=title]")).ToHaveTextAsync((await buttons.Nth(1).GetAttributeAsync("data-title"))!);
        Assert.EndsWith("/night-desk/", page.Url);
        await AssertAccessibleAsync();

        await page.Locator(".feature").GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await Expect(page.Locator(".feature").GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();
        Assert.Equal(1, await page.EvaluateAsync<int>("[...document.querySelectorAll('audio')].filter(audio => !audio.paused).length"));
        await Expect(buttons.Nth(1)).ToHaveAttributeAsync("aria-pressed", "false");
        AssertNoComplaints();
    }

    [Fact]
    public async Task A_transcript_follows_is_searched_and_shows_one_language_at_a_time()
    {
        await OpenAsync(Harbour);
        await page.Locator(".transcript summary").ClickAsync();
        var panel = page.GetByRole(AriaRole.Tabpanel);
        await panel.GetByRole(AriaRole.Link, new() { Name = "0:04" }).ClickAsync();
        await Expect(panel.Locator(".passage[aria-current]")).ToContainTextAsync("wind");
        Assert.Equal("And the wind is from the east.", await MarkedAsync("spoken"));
        await Expect(Button("Pause")).ToBeVisibleAsync();

        var (search, said) = (page.GetByRole(AriaRole.Searchbox), page.Locator(".transcript-search output"));
        await search.FillAsync("T");
        await Expect(said).ToHaveTextAsync("1 of 6");
        await page.GetByRole(AriaRole.Button, new() { Name = "Next hit" }).ClickAsync();
        await search.PressAsync("Enter");
        await Expect(said).ToHaveTextAsync("3 of 6");
        await page.GetByRole(AriaRole.Button, new() { Name = "Previous hit" }).ClickAsync();
        await Expect(said).ToHaveTextAsync("2 of 6");
        await search.FillAsync("nowhere");
        await Expect(said).ToHaveTextAsync("Not found");

        await page.GetByRole(AriaRole.Tab, new() { Name = "English" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Deutsch" })).ToBeFocusedAsync();
        await Expect(panel).ToHaveCountAsync(1);
        await Expect(panel).ToContainTextAsync("Es ist fünf vor zwölf.");
        await search.FillAsync("funf vor ZWOLF");
        await Expect(said).ToHaveTextAsync("1 of 1");
        Assert.Equal("fünf vor zwölf", await MarkedAsync("found-now"));
        await AssertAccessibleAsync();
        AssertNoComplaints();
    }

    [Fact]
    public async Task A_link_to_a_time_opens_there_without_motion_for_those_who_want_none()
    {
        await OpenAsync("night-desk/the-meeting/#t=5:00:30", motion: ReducedMotion.Reduce);
        await Expect(Part("at")).ToHaveTextAsync("5:00:30");
        await Expect(page.Locator(".passage[aria-current]")).ToBeVisibleAsync();
        var (top, followed) = (await page.EvaluateAsync<double>("scrollY"), await page.EvaluateAsync<double>("document.querySelector('.scrolls').scrollTop"));
        Assert.True(top == 0 && followed > 1000, $"The page stands at {top}, the transcript at {followed}.");
        var elements = await page.EvaluateAsync<int>("document.querySelectorAll('*').length");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("the chair thanked");
        await Expect(page.Locator(".transcript-search output")).ToHaveTextAsync("1 of 600");
        Assert.Equal(elements, await page.EvaluateAsync<int>("document.querySelectorAll('*').length"));

        await page.GetByRole(AriaRole.Switch, new() { Name = "Follow the recording" }).UncheckAsync();
        await page.EvaluateAsync("location.hash = '#t=1:00:30'");
        await Expect(Part("at")).ToHaveTextAsync("1:00:30");
        await Expect(page.Locator(".passage[aria-current]")).ToHaveCountAsync(0);
        await page.EvaluateAsync("location.hash = '#t=0:01&play'");
        await Expect(Button("Pause")).ToBeVisibleAsync();
        AssertNoComplaints();
    }

    [Fact]
    public async Task An_episode_is_passed_on_by_link_by_time_and_as_a_player()
    {
        await OpenAsync(Harbour + "#t=1:35");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Button("Share").ClickAsync();
        await AssertAccessibleAsync();
        await AssertCopiesAsync("Copy link", "https://radio.example/listen/night-desk/harbour-lights/");
        await AssertCopiesAsync("Copy link at 1:35", "https://radio.example/listen/night-desk/harbour-lights/#t=1:35");
        await AssertCopiesAsync("Copy code", "<iframe src=\"https://radio.example/listen/night-desk/harbour-lights/embed/\" title=\"Harbour lights\" width=\"100%\" height=\"232\" style=\"border:0\" loading=\"lazy\" allow=\"autoplay; clipboard-write\"></iframe>");
        await Button("Close").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        AssertNoComplaints();
    }

    [Fact]
    public async Task Another_site_shows_the_player_in_a_frame_that_is_light_or_dark_as_it_is()
    {
        // Without a scheme of its own, the browser asks what the frame is in.
        await OpenAsync(Harbour + "embed/", scheme: ColorScheme.Null);
        var address = page.Url;
        var grounds = new List<string>();
        foreach (var scheme in new[] { "light", "dark" })
        {
            var html = $"<!doctype html><link rel='icon' href='data:,'><iframe src='{address}' width='640' height='232' style='color-scheme: {scheme}'></iframe>";
            await page.RouteAsync($"**/{scheme}-host", route => route.FulfillAsync(new() { ContentType = "text/html", Body = html }));
            await page.GotoAsync($"{scheme}-host");
            var frame = page.FrameLocator("iframe");
            await frame.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
            await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();
            grounds.Add(await frame.Locator("body").EvaluateAsync<string>("body => getComputedStyle(body).backgroundColor"));
            Assert.True(await frame.Locator("body").EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight"), "The player is higher than its frame.");
            await Expect(frame.GetByRole(AriaRole.Link, new() { Name = "Harbour lights" })).ToHaveAttributeAsync("target", "_blank");
        }

        Assert.Equal(["rgb(255, 253, 249)", "rgb(26, 28, 32)"], grounds);
        AssertNoComplaints();
    }

    private ILocator Part(string name) => page.Locator($".deck [data-part={name}]").First;

    private ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First;

    private ILocator Moment(string title) => page.Locator("[data-moments=chapters] a.moment", new() { HasText = title });

    private async Task OpenAsync(string path, int width = 1440, ColorScheme scheme = ColorScheme.Light, ReducedMotion motion = ReducedMotion.NoPreference)
    {
        page = await chromium.PageAsync(width, scheme, motion: motion);
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => { if (request.Url.EndsWith(".wav", StringComparison.Ordinal)) recordings.Add(request.Url); };
        await page.GotoAsync(path);
    }

    private async Task PressAsync(string key, string at)
    {
        await page.Keyboard.PressAsync(key);
        await Expect(Part("at")).ToHaveTextAsync(at);
    }

    // At once, whatever the page's style says of scrolling.
    private async Task ScrollAsync(string top) => await page.EvaluateAsync($"scrollTo({{ top: {top}, behavior: 'instant' }})");

    // Waited for inside the page: its policy forbids the evaluation that a wait from outside needs.
    private async Task HeardAsync(double from)
    {
        const int patience = 60;
        var at = await page.EvaluateAsync<double>($$"""
            new Promise((heard, failed) => {
              const audio = document.querySelector('audio');
              const look = () => audio.currentTime > {{from}} && !audio.seeking && heard(audio.currentTime);
              audio.addEventListener('timeupdate', look);
              audio.addEventListener('error', () => failed(audio.error));
              setTimeout(() => failed('nothing was heard'), {{patience}} * 1000);
            })
            """);
        Assert.InRange(at, from, from + 2 * patience);
    }

    private Task<string> MarkedAsync(string name) => page.EvaluateAsync<string>($"[...CSS.highlights.get('{name}')].map(range => range.toString()).join('|')");

    private async Task AssertCopiesAsync(string button, string text)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Expect(page.Locator(".pane-said").First).ToHaveTextAsync("Copied");
        Assert.Equal(text, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    private async Task AssertAccessibleAsync()
    {
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(v => v.Nodes.Select(node => $"{v.Id}: {v.Help} ({node.Html})"))));
    }

    private void AssertNoComplaints() => Assert.Empty(complaints);
}

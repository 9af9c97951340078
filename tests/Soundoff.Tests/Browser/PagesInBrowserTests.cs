using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Soundoff.Tests.Browser;

public sealed class PagesInBrowserTests(ChromiumFixture chromium)
{
    /// <summary>One page of each kind, and the awkward ones.</summary>
    public static readonly TheoryData<string> Kinds =
    [
        "", "404.html", "night-desk/", "night-desk/harbour-lights/", "night-desk/the-meeting/", "night-desk/the-bridge/", "night-desk/hostile/", "night-desk/harbour-lights/embed/", "night-desk/2025/",
        "night-desk/2025/12/", "night-desk/topics/work/", "night-desk/guests/bo-reed/", "night-desk/topics/", "night-desk/guests/", "night-desk/search/", "night-desk/subscribe/", "nur/", "nur/السوق/", "bare/", "bare/take-1/", "silent/",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task A_light_page_has_no_accessibility_violations(string path) => AssertAccessibleAsync(path, ColorScheme.Light);

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task A_dark_page_has_no_accessibility_violations(string path) => AssertAccessibleAsync(path, ColorScheme.Dark);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_page_is_never_wider_than_its_window(string path)
    {
        var page = await chromium.PageAsync();
        await page.GotoAsync(path);
        foreach (var width in new[] { 320, 768, 2560 })
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"/{path} scrolls sideways at {width} px.");
        }

        await page.Context.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_page_loads_without_a_complaint(string path)
    {
        var page = await chromium.PageAsync();
        var complaints = new List<string>();
        // A violation of the page's own policy is an error on the console.
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFailed += (_, request) => complaints.Add($"{request.Url}: {request.Failure}");
        page.Response += (_, response) => { if (response.Status >= 400) complaints.Add($"{response.Url}: {response.Status}"); };
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Empty(complaints);
        Assert.True(await page.EvaluateAsync<bool>("document.styleSheets.length == 1"), "The style sheet did not load.");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_recording_plays_on_the_page()
    {
        var page = await chromium.PageAsync();
        await page.GotoAsync("night-desk/harbour-lights/");
        // Waited for inside the page: its policy forbids the evaluation that a wait from outside needs.
        await page.EvaluateAsync("""
            new Promise((played, failed) => {
              const audio = document.querySelector('audio');
              audio.addEventListener('timeupdate', () => audio.currentTime > 0.2 && played());
              audio.addEventListener('error', () => failed(audio.error));
              setTimeout(() => failed('nothing was heard'), 30000);
              audio.play();
            })
            """);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Without_JavaScript_a_chapter_plays_the_recording_from_its_time()
    {
        var page = await chromium.PageAsync(script: false);
        await page.GotoAsync("night-desk/harbour-lights/");
        var recording = await page.Locator("a.moment").First.GetAttributeAsync("href");
        Assert.EndsWith("#t=0", recording);
        await page.GotoAsync(recording!.Replace("#t=0", "#t=1"));
        await page.WaitForFunctionAsync("document.querySelector('video, audio').currentTime >= 1");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Without_JavaScript_everything_can_be_read_and_heard()
    {
        var page = await chromium.PageAsync(script: false);
        await page.GotoAsync("night-desk/harbour-lights/");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Harbour lights");
        await Assertions.Expect(page.Locator("audio[controls]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#contact .letter")).ToHaveTextAsync("desk+harbour-lights at radio.example");
        await Assertions.Expect(page.GetByText("It is five to midnight.")).ToBeHiddenAsync();
        await page.Locator(".transcript summary").First.ClickAsync();
        await Assertions.Expect(page.GetByText("It is five to midnight.")).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task With_JavaScript_the_contact_address_becomes_a_mail_link_with_episode_and_subject()
    {
        var page = await chromium.PageAsync();
        await page.GotoAsync("night-desk/harbour-lights/");
        var link = page.Locator("#contact a.letter");
        await Assertions.Expect(link).ToHaveTextAsync("desk+harbour-lights@radio.example");
        await Assertions.Expect(link).ToHaveAttributeAsync("href", "mailto:desk%2Bharbour-lights@radio.example?subject=Harbour%20lights");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_first_tab_stop_skips_to_the_content()
    {
        var page = await chromium.PageAsync();
        await page.GotoAsync("night-desk/harbour-lights/");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".skip")).ToBeInViewportAsync();
        await page.Context.DisposeAsync();
    }

    private async Task AssertAccessibleAsync(string path, ColorScheme scheme)
    {
        var page = await chromium.PageAsync(scheme: scheme);
        await page.GotoAsync(path);
        // Folded text is checked too.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        await AssertSoundAsync(page);
        await page.Context.DisposeAsync();
    }

    /// <summary>Runs axe over a page as it stands.</summary>
    internal static async Task AssertSoundAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(Describe)));
    }

    private static IEnumerable<string> Describe(AxeResultItem violation) => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help} ({node.Html})");
}

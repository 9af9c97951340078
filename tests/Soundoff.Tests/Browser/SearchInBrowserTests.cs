using Microsoft.Playwright;
using Soundoff.Search;
using Soundoff.Tests.Pages;
using Soundoff.Tests.Search;

namespace Soundoff.Tests.Browser;

public sealed class SearchInBrowserTests(ChromiumFixture chromium)
{
    private const int MostBytes = 150_000;

    [Fact]
    public async Task Terms_of_a_page_are_those_of_the_index()
    {
        var page = await chromium.PageAsync();
        await page.GotoAsync("night-desk/search/");
        var script = SampleSite.Urls.Within(Soundoff.Pages.SiteAssets.Search.Path);
        var texts = TermFixtures.All.Select(f => f.Text).Concat(Letters()).ToArray();
        var found = await page.EvaluateAsync<string[]>("async ([script, ...texts]) => { const { terms } = await import(script); return texts.map((t) => terms(t.normalize('NFC')).map((f) => f.term).join(' ')); }", new[] { script }.Concat(texts).ToArray());
        for (var i = 0; i < texts.Length; i++)
            Assert.True(string.Join(' ', SearchTerms.In(texts[i])) == found[i], $"\"{texts[i]}\" is \"{string.Join(' ', SearchTerms.In(texts[i]))}\" in the index and \"{found[i]}\" on the page.");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_listener_finds_words_a_phrase_and_a_beginning_with_their_places_and_times()
    {
        var page = await chromium.PageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync("night-desk/search/");
        var (hits, status) = (page.Locator(".hit"), page.Locator("[role=status]"));

        // By keyboard alone, while typing: nothing is pressed at the end.
        await page.Locator("#q").PressSequentiallyAsync("midni");
        await Assertions.Expect(hits.First.Locator("mark").First).ToHaveTextAsync("midnight");
        var time = hits.First.Locator(".spoken .clock").First;
        Assert.EndsWith("/night-desk/harbour-lights/#t=0", await time.GetAttributeAsync("href"));
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"\?q=midni$"));

        await page.Locator("#q").FillAsync("\"five to midnight\"");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(status).ToHaveTextAsync("Episodes found: 1");
        await Assertions.Expect(hits.Locator("mark").First).ToHaveTextAsync("five to midnight");

        await page.Locator("#q").FillAsync("\"midnight to five\"");
        await Assertions.Expect(status).ToContainTextAsync("No episode has all these words");

        // Words that are in a title come first.
        await page.GotoAsync("night-desk/search/?q=harbour%20LIGHTS");
        await Assertions.Expect(hits.First.Locator("h2")).ToHaveTextAsync("Harbour lights");
        await Assertions.Expect(hits.First.Locator("h2 mark").First).ToBeVisibleAsync();
        foreach (var width in new[] { 390, 1440 })
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"Hits scroll sideways at {width} px.");
        }

        await PagesInBrowserTests.AssertSoundAsync(page);
        Assert.Empty(complaints);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Without_JavaScript_the_search_page_says_how_to_look_by_year_topic_and_guest()
    {
        var page = await chromium.PageAsync(390, script: false);
        await page.GotoAsync("night-desk/search/");
        await Assertions.Expect(page.Locator("[data-search]")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Look by year, topic or guest" }).GetByRole(AriaRole.Link)).ToHaveTextAsync(["Topics", "Guests", "2026", "2025"]);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_query_in_five_thousand_episodes_with_transcripts_fetches_at_most_150_kB()
    {
        await using var server = await SiteServer.StartAsync(BigShow.Files);
        var page = await chromium.PageAsync();
        var bytes = 0L;
        var reading = new List<Task>();
        page.Response += (_, response) =>
        {
            if (response.Url.EndsWith(".bin", StringComparison.Ordinal) || response.Url.EndsWith(".gz", StringComparison.Ordinal)) reading.Add(CountAsync(response));
        };
        (string Query, int? Least)[] queries =
        [
            (BigShow.Rare, 1), ($"\"{BigShow.Phrase}\"", 5), (BigShow.WordOf(0), 8), ($"{BigShow.WordOf(120)} {BigShow.WordOf(450)}", 1), ($"{BigShow.WordOf(3)} {BigShow.WordOf(300)} {BigShow.WordOf(2000)} ", 1),
            (BigShow.WordOf(900)[..3], 1), ("nothing of the kind", null),
        ];
        var figures = new List<string>();
        foreach (var (query, least) in queries)
        {
            (bytes, var before) = (0, reading.Count);
            await page.GotoAsync($"{server.Address}big/search/?q={Uri.EscapeDataString(query)}");
            await Assertions.Expect(page.Locator("[data-search][aria-busy=false]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
            await Task.WhenAll(reading);
            var hits = await page.Locator(".hit").CountAsync();
            var computed = await page.Locator("[data-search]").GetAttributeAsync("data-spent");
            figures.Add($"{query}: {hits} hits, {reading.Count - before} requests, {bytes:N0} bytes; {await page.Locator("[role=status]").TextContentAsync()}");
            Assert.True(bytes <= MostBytes, figures[^1]);
            Assert.Equal(bytes, long.Parse(computed!, System.Globalization.CultureInfo.InvariantCulture));
            Assert.True(least is null ? hits == 0 : hits >= least, figures[^1]);
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', figures));
        await page.Context.DisposeAsync();

        async Task CountAsync(IResponse response) => Interlocked.Add(ref bytes, (await response.BodyAsync()).Length);
    }

    // Every sign of the Basic Multilingual Plane before the surrogates that this framework's Unicode knows, fifty at a time with a Latin letter between them. Left out are
    // the capitals of Unicode 16, whose small letters only browsers know yet.
    private static IEnumerable<string> Letters() => Enumerable.Range(0x80, 0xD7A4 - 0x80).Where(code => code is not (0x1C89 or (>= 0xA7C0 and < 0xA7F2))).Select(code => (char)code)
        .Where(sign => char.GetUnicodeCategory(sign) != System.Globalization.UnicodeCategory.OtherNotAssigned).Chunk(50).Select(part => string.Join("a", part));
}

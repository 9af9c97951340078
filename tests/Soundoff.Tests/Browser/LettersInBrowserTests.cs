using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MimeKit;
using Soundoff.Cli.Local;
using Soundoff.Tests.Cli;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Browser;

/// <summary>A letter's way as people see it: mail to a local run, links out of its outbox, pages in a browser.</summary>
public sealed class LettersInBrowserTests(AzuriteFixture azurite, ChromiumFixture chromium) : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private readonly StationSettings _settings = new() { Port = CommandRun.FreePort(), SmtpPort = CommandRun.FreePort(), ConnectionString = azurite.NewAccount() };
    private LocalStation _station = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _station = await LocalStation.StartAsync(_settings, new RecordingStatus(), Cancellation);
        await _station.BeginAsync(Cancellation);
        await LocalRail.PublishAsync(_settings, "# Night trains\n\nThey run again.", Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _station.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task A_host_publishes_edits_and_hides_by_the_link_and_the_listener_takes_the_letter_back()
    {
        await WriteAsync();
        var (host, listener) = (await LinkAsync("ida@hosts.example"), await LinkAsync("ana@example.com"));
        // Without scripts: the page that links lead to takes them pasted, and the others have none.
        var page = await chromium.PageAsync(script: false);

        await LocalMail.OpenAsync(page, host + "?action=publish", script: false);
        await Assertions.Expect(page.GetByLabel("Publish", new() { Exact = true })).ToBeCheckedAsync();
        await PressAsync(page, "Confirm", "Done");
        await ShowsAsync("rail/night/", "never late");

        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the letter" }).ClickAsync();
        await page.GetByText("Change the text or the episode").ClickAsync();
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("Late once.");
        await page.GetByLabel("Only save the text").CheckAsync();
        await PressAsync(page, "Confirm", "Done");
        await ShowsAsync("rail/night/", "Late once.");

        await LocalMail.OpenAsync(page, host + "?action=hide", script: false);
        await PressAsync(page, "Confirm", "Done");
        await ShowsNotAsync("rail/night/", "Late once.");
        await LocalMail.OpenAsync(page, host + "?action=nameless", script: false);
        await PressAsync(page, "Confirm", "Done");
        await ShowsAsync("rail/night/", "A listener");

        await LocalMail.OpenAsync(page, listener, script: false);
        await page.GetByLabel("Take my letter back").CheckAsync();
        await PressAsync(page, "Confirm", "Done");
        await ShowsNotAsync("rail/night/", "Late once.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the letter" }).ClickAsync();
        await page.GetByLabel("Erase everything").CheckAsync();
        await PressAsync(page, "Confirm", "Done");
        await Eventually.BecomesTrueAsync("a fresh link came to the listener", async () => await LinkAsync("ana@example.com") != listener);
        await LocalMail.OpenAsync(page, await LinkAsync("ana@example.com"), script: false);
        await page.GetByLabel("Erase everything").CheckAsync();
        await PressAsync(page, "Confirm", "Done");
        await LocalMail.OpenAsync(page, host, script: false);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("This letter is gone");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_letter_is_written_by_the_link_on_the_page_and_reaches_the_host()
    {
        var page = await chromium.PageAsync();
        await page.GotoAsync(At("rail/night/"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Write without a mail program" }).ClickAsync();
        await Assertions.Expect(page.GetByText("About: Night trains")).ToBeVisibleAsync();
        await page.GetByLabel("Your letter").FillAsync("The sleeper was never late.");
        await page.GetByLabel("Name").FillAsync("Ana Ruiz");
        await page.GetByLabel("Place").FillAsync("Lisbon");
        await Eventually.BecomesTrueAsync("the form was open for long enough to be a person's", async () =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            return await page.Locator("h1").TextContentAsync() == "Thank you";
        });
        await LocalMail.OpenAsync(page, await LinkAsync("ida@hosts.example"));
        await Assertions.Expect(page.Locator(".letter-from")).ToContainTextAsync("Ana Ruiz, Lisbon");
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_page_of_the_way_is_accessible_fits_its_window_and_keeps_its_policy(ColorScheme scheme)
    {
        await WriteAsync();
        var host = await LinkAsync("ida@hosts.example");
        var page = await chromium.PageAsync(scheme: scheme);
        var complaints = new List<string>();
        page.Console += (_, message) => { if (!message.Text.Contains("status of 4", StringComparison.Ordinal)) complaints.Add($"{page.Url} {message.Type}: {message.Text}"); };
        foreach (var address in new[]
        {
            host, host + "?action=publish", await LinkAsync("ana@example.com"), At("api/review/forged.link"), At("api/contact?show=rail&episode=night"), At("api/contact?show=nowhere"),
        })
        {
            if (address.Contains("/api/review", StringComparison.Ordinal)) await LocalMail.OpenAsync(page, address);
            else await page.GotoAsync(address);
            await AssertSoundAsync(page, complaints);
        }

        await page.GotoAsync(At("api/review"));
        await AssertSoundAsync(page, complaints);

        await LocalMail.OpenAsync(page, host + "?action=publish");
        await page.GetByText("Change the text or the episode").ClickAsync();
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync(" ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no text");
        await AssertSoundAsync(page, complaints);

        await LocalMail.OpenAsync(page, host + "?action=publish");
        await PressAsync(page, "Confirm", "Done");
        await AssertSoundAsync(page, complaints);
        await ShowsAsync("rail/night/", "never late");
        await page.GotoAsync(At("rail/night/"));
        await AssertSoundAsync(page, complaints);
        await page.Context.DisposeAsync();
    }

    private static async Task AssertSoundAsync(IPage page, List<string> complaints)
    {
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        foreach (var width in new[] { 320, 1280 })
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} scrolls sideways at {width} px.");
        }

        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(v => v.Nodes.Select(node => $"{page.Url} {v.Id}: {v.Help} ({node.Html})"))));
        Assert.True(await page.EvaluateAsync<bool>("document.styleSheets.length == 1"), $"The style sheet of {page.Url} did not load.");
        Assert.Empty(complaints);
    }

    private static async Task PressAsync(IPage page, string button, string title)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
    }

    private string At(string path) => new Uri(_settings.Address, path).AbsoluteUri;

    private async Task WriteAsync()
    {
        var body = new BodyBuilder { TextBody = "The sleeper was never late.\n\nAna, Lisbon" };
        body.Attachments.Add("memo.wav", Convert.FromBase64String("UklGRiwAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQgAAAAAAAAAAAAAAA=="), new ContentType("audio", "wav"));
        using var letter = new MimeMessage { Subject = "Sleepers", MessageId = "one@mail.example", Body = body.ToMessageBody() };
        letter.From.Add(new MailboxAddress("Ana Ruiz", "ana@example.com"));
        letter.To.Add(new MailboxAddress("Rail", "contact+night@radio.example"));
        await LocalMail.SendAsync(_settings, letter, Cancellation);
    }

    private Task<string> LinkAsync(string address) => LocalMail.LinkAsync(_settings, _http, address, Cancellation);

    private Task ShowsAsync(string path, string words) => Eventually.BecomesTrueAsync($"{path} shows \"{words}\"", async () => (await PageAsync(path)).Contains(words, StringComparison.Ordinal));

    private Task ShowsNotAsync(string path, string words) => Eventually.BecomesTrueAsync($"{path} shows \"{words}\" no more", async () => !(await PageAsync(path)).Contains(words, StringComparison.Ordinal));

    private async Task<string> PageAsync(string path)
    {
        using var page = await _http.GetAsync(At(path), Cancellation);
        return page.IsSuccessStatusCode ? await page.Content.ReadAsStringAsync(Cancellation) : "";
    }
}

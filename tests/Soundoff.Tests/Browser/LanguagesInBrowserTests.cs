using Azure.Storage.Blobs;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MimeKit;
using Soundoff.Account;
using Soundoff.Cli.Local;
using Soundoff.Languages;
using Soundoff.Tests.Cli;
using Soundoff.Tests.Languages;
using Soundoff.Tests.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Browser;

/// <summary>A German and an Arabic show of one station, from the upload to a printed letter, as listeners and hosts see them.</summary>
public sealed class LanguagesInBrowserTests(AzuriteFixture azurite, ChromiumFixture chromium) : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private readonly StationSettings _settings = new() { Port = CommandRun.FreePort(), SmtpPort = CommandRun.FreePort(), ConnectionString = azurite.NewAccount() };
    private LocalStation _station = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _station = await LocalStation.StartAsync(_settings, new RecordingStatus(), Cancellation);
        await _station.BeginAsync(Cancellation);
        var folder = Path.Combine(AppContext.BaseDirectory, "Data", "languages");
        var uploads = new BlobContainerClient(_settings.ConnectionString, Containers.Episodes);
        foreach (var audio in new[] { "hafenfunk/lichter.mp3", "nur/souk.mp3" }) await uploads.GetBlobClient(audio).UploadAsync(BinaryData.FromBytes(Recordings.Mp3()), Cancellation);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).OrderDescending(StringComparer.Ordinal))
            await uploads.GetBlobClient(Path.GetRelativePath(folder, file).Replace('\\', '/')).UploadAsync(file, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _station.DisposeAsync();
        _http.Dispose();
    }

    [Theory]
    [InlineData("hafenfunk", "de-AT", "lichter", "hafen+lichter@funk.example", "mara@hosts.example")]
    [InlineData("nur", "ar", "souk", "nur+souk@road.example", "layla@hosts.example")]
    public async Task A_show_speaks_its_language_from_its_home_to_a_letters_review(string show, string language, string episode, string contact, string host)
    {
        var words = Words.For(language);
        var page = await chromium.PageAsync();
        await Eventually.BecomesTrueAsync("the episode is live", async () => (await TextAsync($"{show}/{episode}/")).Length > 0 && (await TextAsync($"{show}/")).Contains($"/{episode}/", StringComparison.Ordinal));
        await WriteAsync(contact);
        var review = await LinkAsync(host);
        await LocalMail.OpenAsync(page, review + "?action=publish");
        await AssertSpeaksAsync(page, language);
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = words.Desk.Do }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(words.Desk.Done);
        await AssertSpeaksAsync(page, language);
        await Eventually.BecomesTrueAsync("the letter is on the page", async () => (await TextAsync($"{show}/{episode}/")).Contains("letter-card", StringComparison.Ordinal));

        await page.GotoAsync(At($"{show}/"));
        var pages = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.years a, .entry h3 a, .feature h3 a')].map(link => link.href)");
        await page.GotoAsync(pages.Last());
        pages = [.. pages, .. await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.months a')].map(link => link.href)")];
        await page.GotoAsync(At($"{show}/{episode}/"));
        await AssertAccessibleAsync(page);
        pages = [.. pages, .. await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.topics a, .person h3 a')].map(link => link.href)")];
        Assert.True(pages.Length > 4, $"The home of {show} leads to few pages: {string.Join(' ', pages)}.");
        foreach (var address in pages.Append(At($"{show}/")).Append(At($"api/contact?show={show}&episode={episode}")).Distinct())
        {
            await page.GotoAsync(address);
            await AssertSpeaksAsync(page, language);
        }

        await page.GetByLabel(words.Form.Text).FillAsync(" ");
        await page.GetByRole(AriaRole.Button, new() { Name = words.Form.Send }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(words.Form.Unsent);
        await AssertSpeaksAsync(page, language);
        await AssertAccessibleAsync(page);
        await page.Context.DisposeAsync();
    }

    private static async Task AssertSpeaksAsync(IPage page, string language)
    {
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        Assert.Equal(language, await page.EvaluateAsync<string>("document.documentElement.lang"), ignoreCase: true);
        Assert.Equal(language == "ar" ? "rtl" : "ltr", await page.EvaluateAsync<string>("document.documentElement.dir"));
        // What says that it is in English may be.
        var said = await page.EvaluateAsync<string[]>("""
            (() => {
              const root = document.documentElement.cloneNode(true);
              root.querySelectorAll('script, [lang^="en"]').forEach(other => other.remove());
              const named = [...root.querySelectorAll('[aria-label], [alt], [title]')].flatMap(e => ['aria-label', 'alt', 'title'].map(name => e.getAttribute(name) ?? ''));
              const leaves = [];
              const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) leaves.push(walk.currentNode.data);
              return [...leaves, ...named].map(text => text.trim()).filter(text => text);
            })()
            """);
        var english = EnglishWords.NotIn(language);
        Assert.All(said, text => Assert.False(english.IsMatch(text), $"{page.Url} says \"{text}\", and \"{english.Match(text).Value}\" is English."));
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        foreach (var width in new[] { 320, 1280 })
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} scrolls sideways at {width} px.");
        }

        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(v => v.Nodes.Select(node => $"{page.Url} {v.Id}: {v.Help} ({node.Html})"))));
    }

    private async Task WriteAsync(string contact)
    {
        using var letter = new MimeMessage { Subject = "7", MessageId = $"{contact.Split('@')[0]}@mail.example", Body = new TextPart("plain") { Text = "7 × 7 = 49.\n" } };
        letter.From.Add(new MailboxAddress("Ana Ruiz", "ana@example.com"));
        letter.To.Add(new MailboxAddress("", contact));
        await LocalMail.SendAsync(_settings, letter, Cancellation);
    }

    private Task<string> LinkAsync(string address) => LocalMail.LinkAsync(_settings, _http, address, Cancellation);

    private string At(string path) => new Uri(_settings.Address, path).AbsoluteUri;

    private async Task<string> TextAsync(string path)
    {
        using var page = await _http.GetAsync(At(path), Cancellation);
        return page.IsSuccessStatusCode ? await page.Content.ReadAsStringAsync(Cancellation) : "";
    }
}

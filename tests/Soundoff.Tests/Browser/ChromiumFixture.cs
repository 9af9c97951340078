using Microsoft.Playwright;
using Soundoff.Tests.Browser;

[assembly: AssemblyFixture(typeof(ChromiumFixture))]

namespace Soundoff.Tests.Browser;

/// <summary>One browser and one server of the sample site for the whole run, started by the first test that asks. Each test opens pages of its own.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private readonly Lazy<Task<Running>> _running = new(() => Task.Run(StartAsync));

    /// <summary>A page in a fresh profile. Disposing the context closes it.</summary>
    public async Task<IPage> PageAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true, ReducedMotion motion = ReducedMotion.NoPreference)
    {
        var running = await _running.Value;
        var context = await running.Browser.NewContextAsync(new()
        {
            BaseURL = running.Server.Address,
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            ReducedMotion = motion,
        });
        return await context.NewPageAsync();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (!_running.IsValueCreated || !_running.Value.IsCompletedSuccessfully) return;
        var running = await _running.Value;
        await running.Browser.DisposeAsync();
        running.Playwright.Dispose();
        await running.Server.DisposeAsync();
    }

    private static async Task<Running> StartAsync()
    {
        // What is waited for comes, on a machine that has other work too.
        Assertions.SetDefaultExpectTimeout(30_000);
        var executable = await ChromiumPath.FindAsync();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable,
            Headless = true,
            // Containers have no user namespaces for the sandbox and little shared memory; a test's recording plays without a click.
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required", "--mute-audio"],
        });
        return new(playwright, browser, await SiteServer.StartAsync());
    }

    private sealed record Running(IPlaywright Playwright, IBrowser Browser, SiteServer Server);
}

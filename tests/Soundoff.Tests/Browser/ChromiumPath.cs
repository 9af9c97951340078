using System.Diagnostics;

namespace Soundoff.Tests.Browser;

/// <summary>Finds a browser of the Chromium family, and installs one where there is none. In CI a browser must be there: its absence fails.</summary>
internal static class ChromiumPath
{
    private static readonly string[] Usual =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe", @"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>The browser's executable; null for the one that Playwright installed for itself.</summary>
    /// <exception cref="InvalidOperationException">There is none and none could be installed; the message says what to do.</exception>
    public static async Task<string?> FindAsync()
    {
        if (Array.Find(Usual, File.Exists) is { } found) return found;
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) throw Missing("This is a CI run, which installs nothing by itself.");
        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0) return null;
        if (File.Exists("/etc/debian_version") && Environment.UserName == "root" && await RunAsync("apt-get update && apt-get install -y chromium")) return Array.Find(Usual, File.Exists);
        throw Missing("Neither Playwright nor the system's packages could install one.");
    }

    private static async Task<bool> RunAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } })!;
        await shell.WaitForExitAsync();
        return shell.ExitCode == 0;
    }

    private static InvalidOperationException Missing(string why) =>
        new($"The pages are tested in a browser, and there is no Chromium, Chrome or Edge here. {why} Install one, on Debian with \"apt-get install chromium\", and run the tests again.");
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Soundoff.Bench;

/// <summary>npm's <c>mailparser</c>, installed beside the bench when it is first asked for, run in a Node.js of its own.</summary>
internal static class MailParser
{
    private const int MostRounds = 15;

    public const string Version = "3.14.2";

    private static readonly string Folder = AppContext.BaseDirectory;

    /// <summary>Microseconds for each message; null where there is no npm, or it fails, which is told.</summary>
    public static async Task<IReadOnlyList<double>?> MeasureAsync(IReadOnlyList<string> files, int rounds, Action<string> tell)
    {
        try
        {
            var installed = Path.Combine(Folder, "node_modules", "mailparser");
            if (!Directory.Exists(installed)) await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", Folder, $"mailparser@{Version}");
            var output = await RunAsync("node", [Path.Combine(Folder, "mailparser.mjs"), Math.Min(rounds, MostRounds).ToString(CultureInfo.InvariantCulture), .. files]);
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
        }
        catch (Exception missing) when (missing is Win32Exception or InvalidOperationException)
        {
            tell($"mailparser {Version} is left out: {missing.Message} It needs Node.js 20 or later with npm, and npm's registry the first time.");
            return null;
        }
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed: {(await error).Trim().Split('\n')[0]}");
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Soundoff.Cli.Local;

/// <summary>An Azurite that npx runs under azurite.js. It ends with this process, however that ends, since its standard input closes then.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private const int LinesKept = 20;
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(6);

    private readonly Process _process;
    private readonly FileStream? _lock;
    private readonly Queue<string> _lines = new();

    private AzuriteProcess(Process process, FileStream? held)
    {
        (_process, _lock) = (process, held);
        // Read to the end: a full pipe would stop it. What it said last tells why it ended.
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    /// <summary>Whether it has ended by itself.</summary>
    public bool HasEnded => _process.HasExited;

    /// <exception cref="CannotRunException">There is no npx, or another process uses the folder.</exception>
    public static AzuriteProcess Start(AzuritePorts ports, string? folder)
    {
        var held = folder is null ? null : Lock(folder);
        try
        {
            var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npx.cmd" : "npx", Arguments(ports, folder))
            {
                RedirectStandardError = true,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
            return new(Process.Start(start)!, held);
        }
        catch (Win32Exception missing)
        {
            held?.Dispose();
            throw new CannotRunException(
                "Azurite, the local storage, needs Node.js, which was not found.",
                "Install Node.js 20 or later from https://nodejs.org, or name another storage with --storage.",
                missing);
        }
    }

    /// <summary>Why it ended by itself.</summary>
    public CannotRunException Failure()
    {
        // Once more without a limit: only then has all been read that it said.
        _process.WaitForExit();
        string said;
        lock (_lines) said = string.Join(Environment.NewLine, _lines);
        return new(
            $"Azurite ended with code {_process.ExitCode} while it started:{Environment.NewLine}{said}{Environment.NewLine}",
            $"Check that 'npx azurite@{Azurite.Version} --version' works here, or name another storage with --storage.");
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        _process.StandardInput.Close();
        try
        {
            // Its output ends with the emulator itself, not already with npx.
            await _process.WaitForExitAsync().WaitAsync(LongestEnd);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        if (_lock is not null) await _lock.DisposeAsync();
    }

    private static IEnumerable<string> Arguments(AzuritePorts ports, string? folder)
    {
        string[] kept = folder is null ? ["--inMemoryPersistence"] : ["--location", folder];
        return
        [
            // Azure.Storage.Blobs asks for a newer service version than this Azurite knows.
            "--yes", "--package", $"azurite@{Azurite.Version}", "--", "node", Path.Combine(AppContext.BaseDirectory, "Local", "azurite.js"),
            .. kept, "--skipApiVersionCheck", "--silent", "--disableTelemetry",
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", Text(ports.Blob), "--queuePort", Text(ports.Queue), "--tablePort", Text(ports.Table),
        ];

        static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
    }

    // Two emulators on one folder would overwrite each other's data.
    private static FileStream Lock(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new CannotRunException($"Another soundoff uses the data in {folder}.", "End it first, or run this one in another folder.", taken);
        }
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > LinesKept) _lines.Dequeue();
        }
    }

    private void End(object? sender, EventArgs e)
    {
        _process.StandardInput.Close();
        _process.WaitForExit(LongestEnd);
    }
}

using System.Diagnostics;

namespace Soundoff.Tests.Infra;

/// <summary>Commands that stand in for real ones: each writes down how it was called, then does what the test says. Scripts that run here find no others.</summary>
internal sealed class FakeCommands : IDisposable
{
    /// <summary>In the text of a command: the file of all calls so far, this one included.</summary>
    public const string CallsFile = "\"$CALLS\"";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("soundoff-commands-");

    public FakeCommands()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These commands are scripts for sh.");
        Directory.CreateDirectory(Commands);
    }

    /// <summary>Where they are.</summary>
    public string Commands => Path.Combine(_folder.FullName, "bin");

    /// <summary>A folder for whatever else a test lays out.</summary>
    public string Work => Path.Combine(_folder.FullName, "work");

    /// <summary>Names and arguments of all calls, in their order.</summary>
    public IReadOnlyList<string> Calls => File.Exists(CallsPath) ? File.ReadAllLines(CallsPath) : [];

    private string CallsPath => Path.Combine(_folder.FullName, "calls");

    /// <summary>Adds a command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="script">What it does, for <c>sh</c>; nothing: it succeeds and says nothing.</param>
    public FakeCommands Add(string name, string script = "")
    {
        var text = Path.Combine(_folder.FullName, name);
        File.WriteAllText(text, $"#!/bin/sh\nCALLS='{CallsPath}'\nprintf '%s\\n' \"{name} $*\" >>\"$CALLS\"\n{script}\n");
        // By another process: a file that this one has had open for writing may be busy in a child that another test is just starting.
        using var install = Process.Start("/bin/sh", ["-c", "cp \"$0\" \"$1\" && chmod +x \"$1\"", text, Path.Combine(Commands, name)]);
        install.WaitForExit();
        return this;
    }

    /// <summary>Lets scripts use commands of this machine.</summary>
    public FakeCommands Real(params string[] names)
    {
        foreach (var name in names)
        {
            var real = new[] { "/usr/bin", "/bin" }.Select(folder => Path.Combine(folder, name)).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(Commands, name), real);
        }

        return this;
    }

    /// <summary>Runs a script with nothing in its environment but what is given.</summary>
    /// <param name="shell">The program that reads it, in <c>/bin</c>.</param>
    /// <param name="script">The script's path.</param>
    /// <param name="environment">Names and values.</param>
    public async Task<ScriptRun> RunAsync(string shell, string script, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo($"/bin/{shell}", [script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["PATH"] = Commands;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var cancellation = TestContext.Current.CancellationToken;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        return new(process.ExitCode == 0, await output + await errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>How a script ended.</summary>
/// <param name="Succeeded">Whether it did.</param>
/// <param name="Output">All that it said.</param>
internal sealed record ScriptRun(bool Succeeded, string Output);

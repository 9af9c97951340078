using System.Diagnostics;
using System.Globalization;

namespace Soundoff.Bench.Fuzzing;

/// <summary>
/// Feeds every reader changed fixtures for a time, on one thread, and tells what it found. <c>fuzz [--minutes N] [--seed N] [--only target:number]</c>. An input is made
/// from the seed and its number alone, so that whatever happened can be repeated.
/// </summary>
internal sealed class FuzzRun(int seed, string data, string faults)
{
    // Of a process with a core of its own; another program's work does not count.
    private static readonly TimeSpan LongestCpu = TimeSpan.FromSeconds(5);

    private const long MostBytes = 1L << 30;

    // What has taken so much of a processor does not come back. Looked at from time to time, since a busy machine may give it little.
    private static readonly TimeSpan Hanging = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookedAt = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, FuzzFigures> figures = FuzzTarget.All.ToDictionary(target => target.Name, _ => new FuzzFigures());
    private readonly HashSet<string> known = [];

    /// <summary>Runs from the command line.</summary>
    public static int Run(string[] arguments)
    {
        var options = arguments.Chunk(2).ToDictionary(pair => pair[0], pair => pair[^1]);
        var seed = options.TryGetValue("--seed", out var given) ? int.Parse(given, CultureInfo.InvariantCulture) : Environment.TickCount & 0xFFFF;
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Functions.sln"))) root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("Run it from within the repository.");
        var faults = Directory.CreateDirectory(options.GetValueOrDefault("--faults", Path.Combine(Path.GetTempPath(), "soundoff-fuzz"))).FullName;
        Console.WriteLine($"seed {seed}; faults go to {faults}");
        var run = new FuzzRun(seed, Path.Combine(root, "tests", "Soundoff.Tests", "Data"), faults);
        if (options.TryGetValue("--only", out var only)) run.Repeat(only.Split(':')[0], int.Parse(only.Split(':')[1], CultureInfo.InvariantCulture));
        else run.For(TimeSpan.FromMinutes(double.Parse(options.GetValueOrDefault("--minutes", "10"), CultureInfo.InvariantCulture)));
        run.Tell();
        return run.known.Count == 0 ? 0 : 1;
    }

    private void For(TimeSpan time)
    {
        var targets = FuzzTarget.All.Select(target => (Target: target, Mutation: new Mutation([.. target.Seeds(data)]))).ToArray();
        // Each as it is, first: what is loaded and compiled on the way is no fault of an input.
        foreach (var (target, _) in targets)
            foreach (var (file, bytes) in target.Seeds(data)) target.Read(file, bytes);

        // What ends the process leaves its number here.
        using var last = new FileStream(Path.Combine(faults, "last"), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var clock = Stopwatch.StartNew();
        var told = TimeSpan.Zero;
        for (var number = 0; clock.Elapsed < time; number++)
        {
            var (target, mutation) = targets[number % targets.Length];
            last.Position = 0;
            last.Write(System.Text.Encoding.ASCII.GetBytes($"{target.Name}:{number} of seed {seed}".PadRight(60)));
            var (file, bytes) = mutation.Of(seed, number);
            var (begun, name, current) = (Environment.CpuUsage.TotalTime, target.Name, number);
            using var watchdog = new Timer(_ =>
            {
                if (Environment.CpuUsage.TotalTime - begun > Hanging) Environment.FailFast($"{name}:{current} of seed {seed} does not come back.");
            }, null, LookedAt, LookedAt);
            Try(target, file, bytes, number);
            if (clock.Elapsed - told < TimeSpan.FromMinutes(5)) continue;
            told = clock.Elapsed;
            Tell();
        }
    }

    private void Repeat(string name, int number)
    {
        var target = FuzzTarget.All.Single(target => target.Name == name);
        var (file, bytes) = new Mutation([.. target.Seeds(data)]).Of(seed, number);
        Try(target, file, bytes, number);
    }

    private void Try(FuzzTarget target, string file, byte[] bytes, int number)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        string? fault = null;
        try
        {
            target.Read(file, bytes);
        }
        catch (Exception thrown)
        {
            fault = $"{thrown.GetType().Name} {thrown.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Soundoff", StringComparison.Ordinal))?.Trim()}";
        }

        var (took, made) = (Environment.CpuUsage.TotalTime - cpu, GC.GetAllocatedBytesForCurrentThread() - allocated);
        figures[target.Name].Add(number, bytes.Length, took, made);
        fault ??= took > LongestCpu ? "slow" : made > MostBytes ? "greedy" : null;
        if (fault is null || !known.Add($"{target.Name} {fault}")) return;
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(faults, target.Name)).FullName, $"{seed}-{number}-{file}");
        File.WriteAllBytes(path, bytes);
        Console.WriteLine($"FAULT {target.Name}:{number} {fault} ({bytes.Length} bytes, {took.TotalMilliseconds:0} ms, {made / 1024 / 1024} MiB) {path}");
    }

    private void Tell()
    {
        Console.WriteLine($"{DateTime.UtcNow:HH:mm} {figures.Values.Sum(f => f.Executions):N0} executions, {known.Count} faults");
        foreach (var (name, figure) in figures) Console.WriteLine($"  {name,-14} {figure}");
    }
}

using Soundoff.Bench.Fuzzing;

namespace Soundoff.Tests.Fuzzing;

/// <summary>What the fuzzer once found stays found: every input it saved is read again.</summary>
public sealed class FuzzFaultsTests
{
    private static string Data => Path.Combine(AppContext.BaseDirectory, "Data");

    public static TheoryData<string, string> Found =>
        [.. from target in FuzzTarget.All from file in Directory.Exists(FolderOf(target.Name)) ? Directory.GetFiles(FolderOf(target.Name)) : [] select (target.Name, Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Found))]
    public void What_was_a_fault_is_read(string target, string file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Find(target).Read(file[(file.IndexOf('-', file.IndexOf('-', StringComparison.Ordinal) + 1) + 1)..], File.ReadAllBytes(Path.Combine(FolderOf(target), file)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1L << 30);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_reader_has_seeds_and_reads_them(string target)
    {
        var seeds = Find(target).Seeds(Data).ToList();
        Assert.NotEmpty(seeds);
        foreach (var (file, bytes) in seeds.Take(20)) Find(target).Read(file, bytes);
    }

    public static TheoryData<string> Targets => [.. FuzzTarget.All.Select(target => target.Name)];

    private static FuzzTarget Find(string name) => FuzzTarget.All.Single(target => target.Name == name);

    private static string FolderOf(string target) => Path.Combine(Data, "fuzz", target);
}

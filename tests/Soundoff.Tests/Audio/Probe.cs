using Soundoff.Audio;
using Soundoff.Problems;

namespace Soundoff.Tests.Audio;

/// <summary>Probes bytes or files in one line.</summary>
internal static class Probe
{
    public static Task<Reading<AudioFacts>> ReadAsync(byte[] bytes, string name) => ReadAsync(new RangedFile(bytes), name);

    public static Task<Reading<AudioFacts>> ReadAsync(RangedFile file, string name) => AudioProbe.ReadAsync(file, name, TestContext.Current.CancellationToken);

    /// <summary>The facts of a file that has no problem.</summary>
    public static async Task<AudioFacts> CleanAsync(byte[] bytes, string name)
    {
        var reading = await ReadAsync(bytes, name);
        Assert.Empty(reading.Problems);
        return reading.Value!;
    }
}

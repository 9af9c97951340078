using Soundoff.Audio;
using Soundoff.Problems;

namespace Soundoff.Tests.Audio;

public class DamagedAudioTests
{
    private const int Mutations = 800;

    // Of a file of 120 KB: its blocks put together, its texts, and what a list of chapters takes.
    private const long MostAllocated = 4 * 1024 * 1024;

    public static TheoryData<string> Fixtures => AudioTwin.Fixtures;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task A_recording_that_is_cut_off_anywhere_gives_facts_or_says_why_not(string fixture)
    {
        var bytes = Make.Fixture(fixture);
        for (var length = 0; length < bytes.Length; length += length < 2000 ? 37 : 1009) await CheckAsync(bytes[..length], fixture);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task A_damaged_recording_gives_facts_or_says_why_not(string fixture)
    {
        var bytes = Make.Fixture(fixture);
        var random = new Random(20260101);
        for (var i = 0; i < Mutations; i++) await CheckAsync(Damaged(bytes, random), fixture);
    }

    private static async Task CheckAsync(byte[] bytes, string name)
    {
        var file = new RangedFile(bytes);
        // Everything is done on this thread, as the bytes are there at once.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = await AudioProbe.ReadAsync(file, name, CancellationToken.None);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(reading.Value is not null || reading.Problems.Any(p => p.Severity == Severity.Error), "A file that gives nothing must say why.");
        Assert.True(reading.Value?.Duration is not { } duration || duration > TimeSpan.Zero, "A duration is above zero.");
        Assert.True(allocated < MostAllocated, $"{allocated:N0} bytes were allocated for {bytes.Length:N0}: something is allocated by what the file claims.");
        Assert.InRange(file.Read, 0, AudioWindow.Budget + bytes.Length);
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var damage = random.Next(1, 10); damage > 0 && bytes.Count > 8; damage--)
        {
            // Most of what is read stands in front, some at the end.
            var at = random.Next(4) == 0 ? bytes.Count - 1 - random.Next(Math.Min(bytes.Count, 4000)) : random.Next(Math.Min(bytes.Count, 6000));
            var span = Math.Min(random.Next(1, 9), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: for (var i = 0; i < span; i++) bytes[at + i] = 0xFF; break;
                case 3: for (var i = 0; i < span; i++) bytes[at + i] = (byte)(i == 0 ? 0x7F : 0xFF); break;
                case 4: bytes.RemoveRange(at, span); break;
                default: bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(40).ToArray()); break;
            }
        }

        return [.. bytes];
    }
}

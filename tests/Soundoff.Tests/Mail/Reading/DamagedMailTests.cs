using System.Diagnostics;
using System.Globalization;
using Soundoff.Mail.Reading;

namespace Soundoff.Tests.Mail.Reading;

/// <summary>Set SOUNDOFF_FUZZ to a number of messages for a long run, and SOUNDOFF_FUZZ_SEED for other ones. A message that fails is left in the temporary folder.</summary>
public class DamagedMailTests
{
    private const int Usual = 2000;
    private const long MostMemory = 64 * 1024 * 1024;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(1);

    [Fact]
    public void Damaged_messages_are_read_without_an_exception_and_within_bounds()
    {
        var seeds = MailTwin.Names.Select(MailTwin.Raw).ToList();
        var isLong = int.TryParse(Environment.GetEnvironmentVariable("SOUNDOFF_FUZZ"), CultureInfo.InvariantCulture, out var asked);
        var seed = int.TryParse(Environment.GetEnvironmentVariable("SOUNDOFF_FUZZ_SEED"), CultureInfo.InvariantCulture, out var other) ? other : 20260504;
        foreach (var raw in DamagedMail.From(seeds, isLong ? asked : Usual, seed))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            var thrown = Record.Exception(() => MailReader.Take(raw));
            var memory = GC.GetAllocatedBytesForCurrentThread() - before;

            // Only the long run minds the clock, and a machine that was busy elsewhere gets two more tries.
            var hangs = isLong && watch.Elapsed > Hang && Hangs(raw) && Hangs(raw);
            if (thrown is null && memory <= MostMemory && !hangs) continue;
            var file = Path.Combine(Path.GetTempPath(), $"damaged-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(raw))[..12]}.eml");
            File.WriteAllBytes(file, raw);
            Assert.Fail($"{file}: {thrown?.ToString() ?? $"{memory} bytes, {watch.Elapsed}"}. Mend the reader and put a small form of the message among the fixtures.");
        }
    }

    private static bool Hangs(byte[] raw)
    {
        var watch = Stopwatch.StartNew();
        MailReader.Take(raw);
        return watch.Elapsed > Hang;
    }
}

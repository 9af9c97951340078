using BenchmarkDotNet.Attributes;
using MimeKit;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting;

namespace Soundoff.Bench;

/// <summary>Reading and sorting a message - parsing, decoding, trimming, measuring its files, telling what it is - beside MimeKit's bare parse.</summary>
[MemoryDiagnoser]
public class MailBench
{
    private byte[] _raw = [];

    /// <summary>A reply with its quotation, a long letter, a letter with a recording; sizes in KB.</summary>
    [Params(5, 50, 5000)]
    public int Kilobytes { get; set; }

    [GlobalSetup]
    public void Setup() => _raw = SampleMessage.OfSize(Kilobytes * 1000);

    [Benchmark(Baseline = true)]
    public MimeMessage Parse() => ReadingWays.Parse(_raw);

    /// <summary>What MimeKit takes to give the text as well: less cannot be asked of whoever reads it.</summary>
    [Benchmark]
    public string? ParseAndText() => ReadingWays.ParseAndText(_raw);

    [Benchmark]
    public ReadMail Read() => MailReader.Read(_raw);

    [Benchmark]
    public Verdict ReadAndSort() => ReadingWays.ReadAndSort(_raw);
}

/// <summary>The ways of reading that are compared.</summary>
internal static class ReadingWays
{
    private static readonly Delivery Delivery = new() { From = "anna@example.org", To = ["contact@show.example"], Received = new(2026, 5, 4, 18, 15, 2, TimeSpan.Zero) };

    public static MimeMessage Parse(byte[] raw) => new MimeParser(new MemoryStream(raw, writable: false), MimeFormat.Entity, persistent: true).ParseMessage();

    public static string? ParseAndText(byte[] raw)
    {
        var message = Parse(raw);
        return message.TextBody ?? message.HtmlBody;
    }

    public static Verdict ReadAndSort(byte[] raw) => MailSorter.Sort(MailReader.Read(raw), Delivery, new Known());
}

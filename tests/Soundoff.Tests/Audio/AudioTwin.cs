using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Soundoff.Audio;
using Soundoff.Problems;

namespace Soundoff.Tests.Audio;

/// <summary>
/// What a fixture is expected to give, in <c>{fixture}.json</c> beside it. <c>seconds</c> is the playing time as ffprobe gave it, or, where
/// <c>by</c> says so, as ffmpeg decoded it; it is never written by us. Run the tests with SOUNDOFF_ACCEPT=1 to write the rest anew.
/// </summary>
internal static class AudioTwin
{
    private static readonly JsonSerializerOptions Shown = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>All fixtures: the files that have a twin.</summary>
    public static TheoryData<string> Fixtures =>
        [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Data", "audio");

    /// <summary>The independent playing time; null for files that have none.</summary>
    public static double? Seconds(string fixture) => Read(fixture)["seconds"]?.GetValue<double>();

    public static void AssertMatches(string fixture, Reading<AudioFacts> reading, [CallerFilePath] string source = "")
    {
        var twin = Read(fixture);
        var actual = Show(reading);
        if (Environment.GetEnvironmentVariable("SOUNDOFF_ACCEPT") == "1")
        {
            twin["reading"] = actual;
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(source)!, "..", "Data", "audio", fixture + ".json"), twin.ToJsonString(Shown) + "\n");
            return;
        }

        Assert.Equal(twin["reading"]!.ToJsonString(Shown), actual.ToJsonString(Shown));
    }

    private static JsonNode Read(string fixture) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, fixture + ".json")))!;

    private static JsonNode Show(Reading<AudioFacts> reading) => JsonSerializer.SerializeToNode(
        new
        {
            reading.Value?.Format,
            Seconds = reading.Value?.Duration?.TotalSeconds,
            reading.Value?.BitRate,
            reading.Value?.Estimated,
            reading.Value?.SampleRate,
            reading.Value?.Channels,
            reading.Value?.Title,
            reading.Value?.Artist,
            reading.Value?.Album,
            reading.Value?.Comment,
            reading.Value?.Genre,
            reading.Value?.Date,
            reading.Value?.Track,
            Picture = reading.Value?.Picture is { } picture ? $"{picture.Type}, {picture.Width} x {picture.Height}, {picture.Bytes.Length} bytes" : null,
            reading.Value?.Chapters,
            Problems = reading.Problems.Select(p => $"{p.Severity}: {p.Message} {p.Mend}"),
        },
        Shown)!;
}

using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Soundoff.Problems;

namespace Soundoff.Tests.Chapters;

/// <summary>
/// A fixture's expected twin, <c>{fixture}.expected.json</c>. Run the tests with SOUNDOFF_ACCEPT=1 to write the twins anew, then read the difference.
/// </summary>
internal static class Twin
{
    private const string Suffix = ".expected.json";

    private static readonly JsonSerializerOptions Shown = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The names of the fixtures of a subject, each for one run of a theory.</summary>
    public static TheoryData<string> Fixtures(string subject) =>
    [
        .. Directory.GetFiles(Folder(subject)).Select(f => Path.GetFileName(f)!)
            .Where(f => !f.EndsWith(Suffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    public static string Folder(string subject) => Path.Combine(AppContext.BaseDirectory, "Data", subject);

    public static void AssertMatches<T>(string subject, string fixture, Reading<T> reading, object? shown, [CallerFilePath] string source = "") where T : class
    {
        var problems = reading.Problems.Select(p => new { p.File, p.Line, p.Field, Severity = p.Severity.ToString(), p.Message, p.Mend }).ToArray();
        var actual = JsonSerializer.Serialize(new { Value = shown, Problems = problems }, Shown) + "\n";
        if (Environment.GetEnvironmentVariable("SOUNDOFF_ACCEPT") == "1")
        {
            var folder = Path.Combine(Path.GetDirectoryName(source)!, "..", "Data", subject);
            File.WriteAllText(Path.Combine(folder, fixture + Suffix), actual);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(Folder(subject), fixture + Suffix)), actual);
    }
}

using System.Runtime.CompilerServices;
using Soundoff.Episodes;
using Soundoff.Files;
using Soundoff.Notes;
using Soundoff.Problems;

namespace Soundoff.Tests.Notes;

/// <summary>The files under Data/, each with its expected twin beside it (<c>name.md.json</c>).</summary>
internal static class Fixtures
{
    public static string PathOf(string subject, string name) => Path.Combine(AppContext.BaseDirectory, "Data", subject, name);

    public static IEnumerable<TheoryDataRow<string>> Names(string subject, string extension) =>
        Directory.EnumerateFiles(PathOf(subject, ""), "*" + extension).Select(p => new TheoryDataRow<string>(Path.GetFileName(p))).OrderBy(r => r.Data, StringComparer.Ordinal);

    public static Reading<EpisodeFacts> Notes(string name, byte[] bytes)
    {
        var decoded = TextFile.Decode(name, bytes);
        if (decoded.Value is not { } text) return new(null, decoded.Problems);
        var reading = Path.GetExtension(name) switch
        {
            ".md" => MarkdownNotes.Read(name, text),
            ".html" => HtmlNotes.Read(name, text),
            _ => PlainArticle.Read(name, text),
        };
        return reading with { Problems = [.. decoded.Problems, .. reading.Problems] };
    }

    /// <summary>Run with SOUNDOFF_ACCEPT=1 to write the twins anew, then read the difference.</summary>
    public static void GivesItsTwin(string subject, string name, Func<byte[], string> read, [CallerFilePath] string source = "")
    {
        var actual = read(File.ReadAllBytes(PathOf(subject, name)));
        if (Environment.GetEnvironmentVariable("SOUNDOFF_ACCEPT") == "1") File.WriteAllText(Path.Combine(Path.GetDirectoryName(source)!, "..", "Data", subject, name + ".json"), actual);
        else Assert.Equal(File.ReadAllText(PathOf(subject, name + ".json")), actual);
    }
}

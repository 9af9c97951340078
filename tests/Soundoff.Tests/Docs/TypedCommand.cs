using System.CommandLine.Parsing;

namespace Soundoff.Tests.Docs;

/// <summary>A command as it is typed, and who runs it.</summary>
internal static class TypedCommand
{
    /// <summary>What <c>soundoff</c> is short for, as the book says and the tests take it.</summary>
    public const string Program = "dotnet run --project src/Cli --";

    private const string Short = "soundoff";

    /// <summary>The line that makes it short.</summary>
    public const string Alias = $"alias {Short}='{Program}'";

    /// <summary>What <c>.ci/run</c> runs, each with the words by which it does.</summary>
    public static IReadOnlyDictionary<string, string> InCi { get; } = new Dictionary<string, string>
    {
        ["dotnet build"] = "dotnet build -warnaserror",
        ["dotnet test"] = "dotnet test ",
        [$"{Program} demo"] = $"{Program} demo --exit",
    };

    /// <summary>What a reader's shell may be told beside our own program.</summary>
    private static readonly string[] Plain = ["mkdir"];

    /// <summary>The arguments of our program; null for other commands.</summary>
    public static IReadOnlyList<string>? Arguments(string line) =>
        (After(line, Short) ?? After(line, Program)) is { } rest ? [.. CommandLineParser.SplitCommandLine(rest)] : null;

    /// <summary>Whether a shell can do it as it stands.</summary>
    public static bool IsPlain(string line) => Plain.Contains(line.Split(' ')[0]);

    private static string? After(string line, string program) => line.StartsWith(program + " ", StringComparison.Ordinal) ? line[(program.Length + 1)..] : null;
}

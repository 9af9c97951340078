namespace Soundoff.Tests.Docs;

/// <summary>Lines that a page tells to type.</summary>
/// <param name="Place">Page and line, for messages.</param>
/// <param name="Needs">What the first line says is needed to run them, <c># needs Azure</c>; null when a test runs them.</param>
/// <param name="Lines">Each a whole command.</param>
internal sealed record CommandBlock(string Place, string? Needs, IReadOnlyList<string> Lines)
{
    private const string Mark = "# needs ";

    /// <summary>What a block may need that the tests do not have.</summary>
    public static IReadOnlyList<string> KnownNeeds { get; } =
        ["Azure", "the internet", "Docker", "otel-tui", "the Core Tools", "an idle machine", "espeak-ng, ffmpeg and Chromium"];

    public static CommandBlock Of(Fence fence)
    {
        var lines = fence.Text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var needs = lines[0].StartsWith(Mark, StringComparison.Ordinal) ? lines[0][Mark.Length..] : null;
        return new(fence.Place, needs, [.. lines.Where(line => !line.StartsWith('#'))]);
    }
}

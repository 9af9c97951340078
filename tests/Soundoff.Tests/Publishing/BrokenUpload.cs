using System.Text;

namespace Soundoff.Tests.Publishing;

/// <summary>What a publisher did wrong to an episode of the show "rail" that was live and well.</summary>
/// <param name="Name">The case, and its twin's name.</param>
/// <param name="Good">What was uploaded first, and is good.</param>
/// <param name="Broken">What was uploaded over it.</param>
public sealed record BrokenUpload(string Name, IReadOnlyList<(string Path, byte[] Bytes)> Good, IReadOnlyList<(string Path, byte[] Bytes)> Broken)
{
    /// <summary>Good notes; every case begins with them or with a good recording.</summary>
    public const string GoodNotes = "---\ntitle: Night trains\ndate: 2026-02-03\n---\nThey run again.\n";

    /// <summary>What the page must hold afterwards, where the upload is published with a warning.</summary>
    public string? Shows { get; init; }

    /// <summary>The notes were replaced.</summary>
    public static BrokenUpload Rewritten(string name, string text) => Rewritten(name, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Rewritten(string, string)"/>
    public static BrokenUpload Rewritten(string name, byte[] bytes) => Beside(name, "rail/night.md", bytes);

    /// <summary>A file was added to good notes.</summary>
    public static BrokenUpload Beside(string name, string path, string text) => Beside(name, path, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Beside(string, string, string)"/>
    public static BrokenUpload Beside(string name, string path, byte[] bytes) => new(name, [("rail/night.md", Encoding.UTF8.GetBytes(GoodNotes))], [(path, bytes)]);

    /// <summary>A good recording was replaced by a broken one of the same name.</summary>
    public static BrokenUpload Recorded(string name, string ending, byte[] good, byte[] broken) => new(name, [("rail/night" + ending, good)], [("rail/night" + ending, broken)]);
}

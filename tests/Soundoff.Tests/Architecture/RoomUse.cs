using System.Text.RegularExpressions;

namespace Soundoff.Tests.Architecture;

/// <summary>Something in one room uses another.</summary>
/// <param name="By">The room.</param>
/// <param name="Used">The other.</param>
/// <param name="Where">What uses what, for a reader.</param>
internal sealed partial record RoomUse(string By, string Used, string Where)
{
    /// <summary>Every use inside the engine.</summary>
    public static IReadOnlyList<RoomUse> All { get; } = [.. Compiled().Concat(Written()).Where(use => use.By != use.Used)];

    private static IEnumerable<RoomUse> Compiled() =>
        from use in CompiledUses.In(typeof(Soundoff.Hosting.SoundoffServices).Assembly)
        let user = Room.Of(use.By.Namespace)
        let used = Room.Of(use.Used.Namespace)
        where user is not null && used is not null && use.Used.Assembly == use.By.Assembly
        select new RoomUse(user, used, $"{use.By.Name} uses {use.Used.Name}");

    // The compiler copies constants, so a room of which another uses these alone stands only in the source.
    private static IEnumerable<RoomUse> Written() =>
        from file in Directory.EnumerateFiles(Path.Combine(DocsTests.Root, "src", "Soundoff"), "*.cs", SearchOption.AllDirectories)
        let folder = Path.GetRelativePath(Path.Combine(DocsTests.Root, "src"), Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.')
        where !folder.StartsWith("Soundoff.obj", StringComparison.Ordinal) && !folder.StartsWith("Soundoff.bin", StringComparison.Ordinal)
        from line in File.ReadLines(file)
        let used = Room.Of(Using().Match(line).Groups["room"].Value)
        where used is not null
        select new RoomUse(Room.Of(folder)!, used, $"{Path.GetFileName(file)} has \"{line}\"");

    [GeneratedRegex(@"^using (?:static )?(?<room>Soundoff\.[A-Za-z.]+);")]
    private static partial Regex Using();
}

using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Soundoff.Tests.Docs;

namespace Soundoff.Tests.Architecture;

/// <summary>The table of rooms and the drawing above it.</summary>
internal static class RoomTable
{
    /// <summary>The page that has them.</summary>
    public const string Page = "docs/architecture.md";

    /// <summary>The rooms in the order of the table: the lowest first.</summary>
    public static IReadOnlyList<Room> Rooms { get; } = [.. Table().Skip(1).Cast<TableRow>().Select(Read)];

    /// <summary>What the drawing names.</summary>
    public static IEnumerable<string> Drawn =>
        from fence in Document.Of(Page).Fences
        where fence.Kind == "mermaid" && fence.Text.Contains(" · ", StringComparison.Ordinal)
        from line in fence.Text.Split('\n')
        where line.Contains("[\"", StringComparison.Ordinal)
        from name in line.Split('"')[1].Split("<br>")[1].Split(" · ")
        select name;

    private static Table Table() => Document.Of(Page).Content.Descendants<Table>().First(table => ((TableRow)table[0]).Count == 4);

    private static Room Read(TableRow row) => new(Codes(row[0]).Single(), [.. Codes(row[2])], row[3].Descendants<LiteralInline>().Any());

    private static IEnumerable<string> Codes(Block cell) => cell.Descendants<CodeInline>().Select(code => code.Content);
}

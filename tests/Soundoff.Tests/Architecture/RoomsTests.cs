namespace Soundoff.Tests.Architecture;

/// <summary>The folders of the engine are rooms in a row: each uses those below it, and the table says which.</summary>
public sealed class RoomsTests
{
    private static readonly Dictionary<string, Room> Listed = RoomTable.Rooms.ToDictionary(room => room.Name);

    [Fact]
    public void No_room_uses_another_in_a_circle()
    {
        var uses = RoomUse.All.GroupBy(use => (use.By, use.Used)).ToDictionary(use => use.Key, use => use.First().Where);
        var left = uses.Keys.ToList();
        // What is used by nobody, or uses nobody, is in no circle.
        while (left.RemoveAll(use => left.TrueForAll(other => other.By != use.Used) || left.TrueForAll(other => other.Used != use.By)) > 0) { }

        Assert.True(left.Count == 0, "These rooms use each other in a circle: move what two of them need into a room below both, or what needs both into one above.\n"
            + string.Join('\n', left.Select(use => $"{use.By} -> {use.Used}: {uses[use]}")));
    }

    [Fact]
    public void A_room_uses_those_alone_that_the_table_allows()
    {
        var wrong = RoomUse.All.Where(use => !Listed.TryGetValue(use.By, out var room) || !room.MayUse.Contains(use.Used)).ToList();

        Assert.True(wrong.Count == 0, $"The table of {RoomTable.Page} does not allow this: move what is used into a lower room, or what uses it into a higher one; "
            + "if the use is right, write it into the table.\n" + string.Join('\n', wrong.Select(use => $"{use.By} -> {use.Used}: {use.Where}")));
    }

    [Fact]
    public void The_table_allows_nothing_that_no_room_does()
    {
        var done = RoomUse.All.Select(use => (use.By, use.Used)).ToHashSet();
        var idle = RoomTable.Rooms.SelectMany(room => room.MayUse.Select(used => (room.Name, used))).Where(use => !done.Contains(use)).ToList();

        Assert.True(idle.Count == 0, $"Take out of the table of {RoomTable.Page}, since it is not done any more: {string.Join(", ", idle.Select(use => $"{use.Name} -> {use.used}"))}");
    }

    [Fact]
    public void The_table_goes_from_the_lowest_room_to_the_highest()
    {
        var below = new HashSet<string>();
        foreach (var room in RoomTable.Rooms)
        {
            Assert.True(room.MayUse.All(below.Contains), $"{room.Name} stands above {string.Join(", ", room.MayUse.Where(used => !below.Contains(used)))} in the table of {RoomTable.Page} and may use it: move its row down.");
            below.Add(room.Name);
        }
    }

    [Fact]
    public void The_drawing_shows_every_room_once() =>
        Assert.Equal(RoomTable.Rooms.Select(room => room.Name).Order(StringComparer.Ordinal), RoomTable.Drawn.Order(StringComparer.Ordinal));

    [Fact]
    public void Storage_and_the_mail_provider_are_reached_from_the_rooms_alone_that_say_so()
    {
        var reaching = CompiledUses.In(typeof(Soundoff.Hosting.SoundoffServices).Assembly)
            .Where(use => use.Used.Assembly.GetName().Name is { } name && (name.StartsWith("Azure.Storage", StringComparison.Ordinal) || name is "Azure.Data.Tables" or "Azure.Identity" or "SendGrid"))
            .Where(use => Room.Of(use.By.Namespace) is { } room && !Listed[room].Network).ToList();

        Assert.True(reaching.Count == 0, $"These are in rooms without network by the table of {RoomTable.Page}; let a room above bring them the bytes.\n"
            + string.Join('\n', reaching.Select(use => $"{use.By.FullName} uses {use.Used.FullName}")));
    }
}

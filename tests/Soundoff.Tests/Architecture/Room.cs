namespace Soundoff.Tests.Architecture;

/// <summary>A room of the engine as <c>docs/architecture.md</c> lists it.</summary>
/// <param name="Name">The folder below <c>src/Soundoff</c>, with dots: <c>Mail.Reading</c>.</param>
/// <param name="MayUse">The rooms it may use.</param>
/// <param name="Network">Whether it may use the clients of storage and of the mail provider.</param>
internal sealed record Room(string Name, IReadOnlyList<string> MayUse, bool Network)
{
    /// <summary>The room of a namespace: the first folder, and the second within <c>Mail</c>; null outside the engine.</summary>
    public static string? Of(string? space) => space?.Split('.') switch
    {
        ["Soundoff", "Mail", var room, ..] => "Mail." + room,
        ["Soundoff", var room, ..] => room,
        _ => null,
    };
}

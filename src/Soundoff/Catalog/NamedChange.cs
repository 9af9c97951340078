using System.Globalization;

namespace Soundoff.Catalog;

/// <summary>What a target says of a topic or a guest: in which year an episode of it changed.</summary>
/// <param name="Year">The year.</param>
/// <param name="Left">Whether an episode left it, or may have: then the list may be shorter than it was.</param>
public readonly record struct NamedChange(int Year, bool Left)
{
    private const string Leaving = " left";

    public override string ToString() => Year.ToString("0000", CultureInfo.InvariantCulture) + (Left ? Leaving : "");

    public static NamedChange Parse(string detail) => new(int.Parse(detail.AsSpan(0, 4), CultureInfo.InvariantCulture), detail.EndsWith(Leaving, StringComparison.Ordinal));
}

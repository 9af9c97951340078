namespace Soundoff.Notes;

/// <summary>Classes of table cells that are not set from the start of their column: the only ones that notes keep.</summary>
internal static class ColumnWays
{
    public const string Middle = "middle";
    public const string End = "end";
}

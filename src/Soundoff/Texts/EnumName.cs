namespace Soundoff.Texts;

/// <summary>The one name that a value of an enumeration has outside the code: on the command line, in JSON, tables, links, forms and telemetry.</summary>
public static class EnumName
{
    /// <summary>The value's own name in lower case: <c>letter</c>, <c>publishednameless</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}

namespace Soundoff.Shows;

/// <summary>A show without <c>show.yaml</c>: named after its folder, and published all the same.</summary>
public static class ShowDefaults
{
    /// <summary>The show of a folder: <c>night-desk</c> becomes "Night desk".</summary>
    public static Show For(string showName) => new() { Name = showName, Title = Title(showName) };

    private static string Title(string name)
    {
        var words = string.Join(' ', name.Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? name : char.IsLower(words[0]) ? char.ToUpperInvariant(words[0]) + words[1..] : words;
    }
}

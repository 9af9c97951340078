using System.Text;

namespace Soundoff.Episodes;

/// <summary>The name that an episode's files share, spelled one way whatever computer it was typed on.</summary>
public static class EpisodeKey
{
    /// <summary>
    /// The name in NFC (UAX #15) when all of it is written in one of Unicode's two forms: a Mac writes "é" as a letter and a mark. A name that mixes both
    /// stays as it is: no listing of its files could find all of its spellings.
    /// </summary>
    public static string Of(string name)
    {
        var text = Formed(name);
        var composed = text.Normalize();
        return text == composed || text == Decomposed(composed) ? composed : text;
    }

    /// <summary>The name without what has no form: U+FFFE, and halves of surrogate pairs, which become U+FFFD.</summary>
    internal static string Formed(string name) => string.Concat(name.EnumerateRunes().Where(rune => rune.Value != 0xFFFE));

    /// <summary>The same name as a Mac spells it (NFD).</summary>
    public static string Decomposed(string key) => key.Normalize(NormalizationForm.FormD);
}

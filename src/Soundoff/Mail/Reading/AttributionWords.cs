using System.Collections.Frozen;

namespace Soundoff.Mail.Reading;

/// <summary>The words that mail programs introduce a quotation with.</summary>
internal static class AttributionWords
{
    private const int LongestRest = 120;

    // "wrote" in the languages of alphabets: whole words.
    private static readonly string[] Verbs =
    [
        "wrote", "writes", "schrieb", "geschrieben", "écrit", "ecrit", "escribió", "escribio", "ha scritto", "scrive", "escreveu", "schreef", "geschreven", "skrev", "skrifaði", "kirjoitti", "napisał", "napisał(a)",
        "napisała", "pisze", "napsal", "napsala", "napsal(a)", "píše", "написал", "написала", "написал(а)", "писал", "писал(а)", "пишет", "написав", "написала", "написав(ла)", "пише", "yazdı", "yazmış",
        "napísal", "napísal(a)", "írta", "έγραψε", "a scris", "đã viết", "menulis", "כתב", "כתבה", "كتب",
    ];

    // And in those without spaces.
    private static readonly string[] Signs = ["写道", "寫道", "书写", "书写道", "のメール", "さんは書きました", "書きました", "さんのメッセージ", "님이 작성", "작성", "께서 작성", "님의 메일", "님이 썼습니다", "تمت كتابة ما يلي بواسطة"];

    // Horde: "Quoting Anna <anna@example.org>:".
    private static readonly string[] Quoting = ["quoting ", "zitat von ", "citando ", "citat ", "citerar ", "cytowanie ", "cituji "];

    // What an attribution begins with: the preposition before a date, or a day of the week.
    private static readonly FrozenSet<string> Beginnings = new[]
    {
        "on", "at", "in", "quoting", "am", "le", "el", "il", "em", "op", "den", "dnia", "w", "dne", "on", "в", "у", "在", "于", "於", "el", "la", "zitat", "citando", "citat",
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "mo", "di", "mi", "do", "fr", "sa", "so", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
        "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "mié", "jue", "vie", "sáb", "dom", "gio", "sab", "seg", "ter", "qua", "qui", "sex",
        "ma", "wo", "vr", "za", "zo", "mån", "tis", "ons", "tors", "fre", "lör", "sön", "man", "tir", "tor", "lør", "søn", "ti", "ke", "to", "pe", "su",
        "pon", "wt", "śr", "czw", "pt", "sob", "niedz", "po", "út", "st", "čt", "pá", "ne", "пн", "вт", "ср", "чт", "пт", "сб", "вс", "нд",
        "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье", "pzt", "sal", "çar", "per", "cum", "cmt", "paz", "vào", "pada", "בתאריך", "في",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Beginning = Beginnings.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VerbPart =
        Verbs.Concat(Quoting).SelectMany(v => v.Split(' ', '(', ')')).Where(v => v.Length > 0).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a program's attribution may begin so: a word as above or a number.</summary>
    public static bool BeginWith(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(" *[");
        if (text.IsEmpty) return false;
        if (char.IsAsciiDigit(text[0])) return true;
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return end is > 0 and <= 12 && Beginning.Contains(text[..end]) && text.ContainsAnyInRange('0', '9');
    }

    /// <summary>Whether it is one of the words that attributions begin with.</summary>
    public static bool IsBeginning(ReadOnlySpan<char> word) => Beginning.Contains(word);

    /// <summary>Whether it is a part of "wrote" in some language.</summary>
    public static bool IsVerb(ReadOnlySpan<char> word) => VerbPart.Contains(word);

    /// <summary>Whether there is nothing but "wrote".</summary>
    public static bool IsVerbAlone(ReadOnlySpan<char> text)
    {
        foreach (var verb in Verbs)
            if (text.Trim(" ,").Equals(verb, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Whether the last word is that someone wrote.</summary>
    public static bool EndWith(ReadOnlySpan<char> text)
    {
        foreach (var verb in Verbs)
            if (text.EndsWith(verb, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(text[text.Length - verb.Length - 1])) return true;
        return false;
    }

    /// <summary>Whether it says that someone wrote, with no more than a name or a date after it.</summary>
    public static bool Say(ReadOnlySpan<char> text) => Find(text) >= 0;

    /// <summary>Where the words end that say that someone wrote; -1 when nothing says so.</summary>
    public static int Find(ReadOnlySpan<char> text)
    {
        foreach (var begin in Quoting)
            if (text.StartsWith(begin, StringComparison.OrdinalIgnoreCase)) return begin.Length;
        foreach (var sign in Signs)
            if (text.LastIndexOf(sign, StringComparison.Ordinal) is >= 0 and var at && text.Length - at <= LongestRest) return at + sign.Length;
        foreach (var verb in Verbs)
        {
            var at = text.LastIndexOf(verb, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || text.Length - at > LongestRest) continue;
            var end = at + verb.Length;
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end]))) return end;
        }

        return -1;
    }
}

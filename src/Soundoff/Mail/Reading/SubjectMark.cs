using System.Collections.Frozen;

namespace Soundoff.Mail.Reading;

/// <summary>The marks that mail programs put before a subject: "Re:", "AW:", "Fwd:" and their translations.</summary>
internal static class SubjectMark
{
    private static readonly FrozenSet<string> AnswerMarks = Set(
        "re", "aw", "antw", "antwort", "sv", "vs", "vl", "odp", "odpo", "odpověď", "atb", "rif", "r", "res", "resp", "rép", "réf", "ynt", "yan", "cevap", "отв", "ответ", "від", "відп",
        "回复", "回覆", "答复", "返信", "답장", "회신", "השב", "رد", "σχετ");

    private static readonly FrozenSet<string> ForwardMarks = Set(
        "fwd", "fw", "wg", "tr", "rv", "i", "enc", "encaminhar", "doorst", "fs", "vb", "vidarebefordran", "pd", "podaj dalej", "přepo", "přeposláno", "ilt", "ilet", "пересл", "fyi",
        "пересыл", "перес", "转发", "轉寄", "転送", "전달", "הועבר", "إعادة توجيه");

    public static bool IsAnswer(string subject) => First(subject) is { } mark && AnswerMarks.Contains(mark);

    public static bool IsForward(string subject) => First(subject) is { } mark && ForwardMarks.Contains(mark);

    // "Re[2]:" and "AW(3):" count, and the wide colon of Chinese and Japanese.
    private static string? First(string subject)
    {
        var colon = subject.AsSpan(0, Math.Min(subject.Length, 24)).IndexOfAny(':', '：');
        return colon <= 0 ? null : subject[..colon].TrimEnd("[]()0123456789 ".ToCharArray()).ToLowerInvariant();
    }

    private static FrozenSet<string> Set(params string[] marks) => marks.ToFrozenSet(StringComparer.Ordinal);
}

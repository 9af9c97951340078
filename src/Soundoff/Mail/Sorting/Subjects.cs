namespace Soundoff.Mail.Sorting;

/// <summary>What mail programs put before a subject when a person answers or passes a message on.</summary>
internal static class Subjects
{
    private static readonly HashSet<string> Answer = new(StringComparer.OrdinalIgnoreCase)
    {
        "re", "aw", "antw", "antwort", "sv", "vs", "odp", "ynt", "rif", "ref", "r", "res", "rv", "回复", "答复", "回覆", "返信", "답장", "ответ", "відп", "ha", "bls",
    };

    private static readonly HashSet<string> Forward = new(StringComparer.OrdinalIgnoreCase)
    {
        "fwd", "fw", "wg", "tr", "i", "enc", "doorst", "vl", "pd", "ilt", "转发", "轉寄", "転送", "전달", "пересл", "vb", "vidarebefordrat", "fs", "továbbítás",
    };

    /// <summary>The subject without such beginnings: <c>Re: [3] AW: Fwd: Hanoi</c> is <c>Hanoi</c>.</summary>
    public static string Bare(string subject) => Strip(subject, out _);

    /// <summary>Whether a person's answering or passing on has left its mark on the subject.</summary>
    public static bool IsHandled(string subject)
    {
        Strip(subject, out var handled);
        return handled;
    }

    private static string Strip(string subject, out bool handled)
    {
        handled = false;
        var rest = subject.AsSpan().Trim();
        while (true)
        {
            var colon = rest.IndexOfAny(':', '：');
            if (colon is <= 0 or > 20) return rest.ToString();
            var word = rest[..colon].Trim();
            var count = word.IndexOfAny('[', '(');
            if (count > 0 && word[^1] is ']' or ')') word = word[..count].Trim();
            word = word.TrimEnd("0123456789^");
            var name = word.ToString();
            if (!Answer.Contains(name) && !Forward.Contains(name)) return rest.ToString();
            handled = true;
            rest = rest[(colon + 1)..].TrimStart();
        }
    }
}

namespace Soundoff.Mail.Reading;

/// <summary>Words of the notices that companies and virus scanners put below mail.</summary>
internal static class NoticeWords
{
    private static readonly string[] Words =
    [
        "confidential", "intended recipient", "intended solely", "legally privileged", "vertraulich", "confidentiel", "confidencial", "riservat", "vertrouwelijk", "konfidentiell", "fortrolig",
        "luottamuksell", "poufn", "důvěrn", "конфиденц", "конфіденц", "gizlilik", "gizlidir", "機密", "机密", "保密", "기밀", "virus-free", "virenfrei", "checked for viruses", "auf viren geprüft", "sin virus",
    ];

    public static bool Speak(ReadOnlySpan<char> line)
    {
        foreach (var word in Words)
            if (line.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}

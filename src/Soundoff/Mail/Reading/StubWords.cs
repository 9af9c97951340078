namespace Soundoff.Mail.Reading;

/// <summary>What programs write into the plain form of a message whose letter is in its HTML.</summary>
internal static class StubWords
{
    private static readonly string[] Words =
    [
        "view this email in your browser", "view it in your browser", "view in browser", "html email", "html message", "html e-mail", "html version", "html-enabled",
        "html capable", "html compatible", "does not support html", "doesn't support html", "not support html", "cannot display html", "html viewer", "in html format", "view in html", "view the html",
        "enable html", "html-format", "html-fähig", "html-nachricht", "kein html", "html-ansicht", "format html", "formato html", "version html", "versione html", "versión html", "html-weergave",
        "html-versie", "html-version", "в формате html", "у форматі html", "formacie html", "ve formátu html", "html biçim", "html形式", "html 格式", "html格式", "html 형식", "html 메일",
    ];

    // What such a sentence is about, whatever it says: enough where none of its words stand in the HTML.
    private static readonly string[] Subjects = ["html", "browser", "navigateur", "navegador", "webbläsare", "nettleser", "selaimes", "przeglądar", "prohlížeč", "браузер", "tarayıcı", "ブラウザ", "浏览器", "瀏覽器", "브라우저",
        "online", "en ligne", "en línea", "mime", "multipart", "mail client", "mail program", "mailprogramm", "mail reader"];

    /// <summary>Whether it may say that the letter is elsewhere.</summary>
    public static bool MaySpeak(ReadOnlySpan<char> text)
    {
        foreach (var word in Subjects)
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return Speak(text);
    }

    /// <summary>Whether it does say so.</summary>
    public static bool Speak(ReadOnlySpan<char> text)
    {
        foreach (var word in Words)
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}

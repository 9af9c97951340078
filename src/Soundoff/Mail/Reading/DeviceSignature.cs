using System.Buffers;

namespace Soundoff.Mail.Reading;

/// <summary>"Sent from my iPhone", "Get Outlook for iOS": what devices and programs write under mail, in many languages.</summary>
internal static class DeviceSignature
{
    private const int Longest = 110;
    private const int LongestLinked = 40;

    private static readonly SearchValues<string> Links = SearchValues.Create(["<http", "[http", "(http", "http://", "https://"], StringComparison.OrdinalIgnoreCase);

    // Enough by themselves.
    private static readonly string[] Whole = ["sent from my ", "get outlook for ", "get bluemail for ", "télécharger outlook pour ", "obtener outlook para ", "obtén outlook para ", "scarica outlook per ", "obter o outlook para ",
        "holen sie sich outlook für ", "outlook für ios beziehen", "outlook für android beziehen", "outlook voor ios downloaden", "outlook voor android downloaden", "hämta outlook för ", "hent outlook til ", "hanki outlook for ", "pobierz program outlook",
        "získat outlook pro ", "скачать outlook для ", "outlook для ", "outlook for ios", "获取 outlook for ", "取得 outlook for ", "outlook edinin", "ios용 outlook", "android용 outlook", "outlook for ios を入手"];

    // Together with a device or a program.
    private static readonly string[] Begin = ["sent from ", "sent via ", "sent with ", "sent using ", "sent by ", "secured with ", "von mein", "gesendet ", "diese nachricht wurde von mein", "envoyé ", "télécharg",
        "enviado ", "enviada ", "inviato ", "inviata ", "verstuurd ", "verzonden ", "skickat ", "sendt ", "lähetetty ", "wysłane ", "wysłano ", "odesláno ", "отправлено ", "отправлен ", "надіслано ", "发自", "發自",
        "來自", "来自", "从我的", "從我的", "나의 ", "내 ", "נשלח מ", "أرسلت من", "مُرسل من"];

    private static readonly string[] End = ["gesendet", "gesendet.", "gönderildi", "gönderildi.", "から送信", "から送信されました", "から送信。", "より送信", "发送", "傳送", "傳送的", "에서 보냄", "에서 보냈습니다", "에서 보냄.", "lähetetty"];

    private static readonly string[] Devices = ["iphon", "ipad", "ipod", "android", "galaxy", "samsung", "outlook", "yahoo", "gmail", "proton", "blackberry", "huawei", "xiaomi", "redmi", "oneplus", "nokia", "sony",
        "xperia", "htc", "motorola", "moto ", "windows", "mail", "k-9", "spark", "thunderbird", "fairphone", "pixel", "tablet", "smartphone", "handy", "mobil", "phone", "telefon", "téléphone", "teléfono", "gmx", "web.de",
        "tuta", "zoho", "fastmail", "мобильн", "мобільн", "телефон", "почт", "пошт", "携帯", "スマートフォン", "手机", "手機", "邮箱", "휴대폰", "ios"];

    /// <summary>Whether the line is a link and nothing else.</summary>
    public static bool IsLink(ReadOnlySpan<char> line) => line.Trim(" <>()[]").StartsWith("http", StringComparison.OrdinalIgnoreCase) && !line.Trim().Contains(' ');

    public static bool Is(ReadOnlySpan<char> line)
    {
        var text = line.Trim(" *_-–—()[]\u200E\u200F");
        var link = text.IndexOfAny(Links);
        if (link > 0) text = text[..link].TrimEnd();
        if (text.Length is 0 or > Longest) return false;

        // "Sent from TypeApp<https://…>": a program that names itself with a link to itself.
        if (link is > 0 and <= LongestLinked && Any(text, Begin, Place.Start)) return true;
        foreach (var whole in Whole)
            if (text.Contains(whole, StringComparison.OrdinalIgnoreCase) && (text.StartsWith(whole, StringComparison.OrdinalIgnoreCase) || !whole.EndsWith(' '))) return true;
        return (Any(text, Begin, Place.Start) || Any(text, End, Place.End)) && Any(text, Devices, Place.Within);
    }

    private enum Place
    {
        Start,
        End,
        Within,
    }

    private static bool Any(ReadOnlySpan<char> text, string[] words, Place place)
    {
        foreach (var word in words)
        {
            var holds = place switch
            {
                Place.Start => text.StartsWith(word, StringComparison.OrdinalIgnoreCase),
                Place.End => text.EndsWith(word, StringComparison.OrdinalIgnoreCase),
                _ => text.Contains(word, StringComparison.OrdinalIgnoreCase),
            };
            if (holds) return true;
        }

        return false;
    }
}

using System.Collections.Frozen;

namespace Soundoff.Mail.Reading;

/// <summary>What a line of a header block names.</summary>
[Flags]
internal enum HeaderLabel
{
    None = 0,
    From = 1,
    Date = 2,
    To = 4,
    Subject = 8,

    /// <summary>A date whose label says that something was sent: reports and timetables have none.</summary>
    Sent = Date | 16,
}

/// <summary>The labels of header blocks and the announcements of whole mails, as mail programs translate them.</summary>
internal static class HeaderLabels
{
    private const int Longest = 24;

    /// <summary>Between dashes, above mail that is answered.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Originals = Set(
        "original message", "original appointment", "mail original", "mesaj original", "mesajul original", "ursprüngliche mail", "oprindelig besked", "eredeti üzenet", "αρχικό μήνυμα", "pôvodná správa",
        "izvorna poruka", "originalna poruka", "izvirno sporočilo", "първоначално съобщение", "thư gốc", "original mail", "original-nachricht", "originalnachricht", "ursprüngliche nachricht", "ursprüngliche e-mail", "message d'origine", "message d’origine",
        "message original", "e-mail d'origine", "mensaje original", "messaggio originale", "mensagem original", "oorspronkelijk bericht", "oorspronkelijk e-mailbericht", "origineel bericht",
        "ursprungligt meddelande", "originalmeddelande", "original meddelelse", "oprindelig meddelelse", "opprinnelig melding", "alkuperäinen viesti", "oryginalna wiadomość", "wiadomość oryginalna",
        "wiadomość pierwotna", "původní zpráva", "původní e-mail", "исходное сообщение", "оригинальное сообщение", "исходное письмо", "оригінальне повідомлення", "вихідне повідомлення", "özgün ileti",
        "orijinal mesaj", "orijinal ileti", "元のメッセージ", "元のメール", "原始邮件", "原邮件", "原始郵件", "原始信件", "回复的原邮件", "원본 메시지", "원본 메일", "원본메일", "reply message", "הודעה מקורית", "الرسالة الأصلية");

    /// <summary>Above mail that is passed on.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Forwards = Set(
        "forwarded message", "begin forwarded message", "forwarded by", "weitergeleitete nachricht", "anfang der weitergeleiteten nachricht", "weitergeleitete mail", "message transféré", "début du message transféré",
        "début du message réexpédié", "mensaje reenviado", "inicio del mensaje reenviado", "messaggio inoltrato", "inizio messaggio inoltrato", "inizio del messaggio inoltrato", "mensagem encaminhada",
        "início da mensagem encaminhada", "início de mensagem reencaminhada", "doorgestuurd bericht", "begin doorgestuurd bericht", "vidarebefordrat meddelande", "vidarebefordrat mail",
        "påbörjat vidarebefordrat brev", "videresendt besked", "videresendt meddelelse", "start på videresendt besked", "videresendt melding", "videresendt melding start", "start på videresendt melding",
        "välitetty viesti", "edelleenlähetetty viesti", "edelleen lähetetty viesti", "välitetty viesti alkaa", "przekazana wiadomość", "wiadomość przekazana dalej", "początek przekazywanej wiadomości",
        "přeposlaná zpráva", "začátek přeposílané zprávy", "пересылаемое сообщение", "пересылаемое письмо", "пересланное сообщение", "начало переадресованного сообщения", "начало пересланного сообщения",
        "переслане повідомлення", "початок пересланого повідомлення", "yönlendirilmiş ileti", "yönlendirilen ileti", "yönlendirilmiş mesaj", "iletilmiş mesaj başlangıcı", "転送されたメッセージ", "転送メッセージ",
        "转发的邮件", "转发邮件", "转发的消息", "转发邮件信息", "以下是转发的邮件", "轉寄郵件", "開始轉寄郵件", "전달된 메일", "전달된 메시지", "전달 메시지", "전달된 메시지 시작", "הודעה שהועברה", "رسالة معاد توجيهها");

    private static readonly FrozenDictionary<string, HeaderLabel> Labels = new[]
    {
        (HeaderLabel.From, "from,von,de,da,van,från,fra,lähettäjä,od,от,от кого,від,від кого,kimden,gönderen,差出人,送信者,发件人,寄件者,寄件人,發件人,보낸 사람,보낸사람,보낸이,מאת,من,feladó,de la,από,odosielateľ,pošiljatelj,từ"),
        (HeaderLabel.Date, "date,datum,fecha,data,dato,päivämäärä,дата,tarih,日時,日付,日期,時間,时间,날짜,תאריך,التاريخ,dátum,ημερομηνία"),
        (HeaderLabel.Sent, "sent,sent at,gesendet,gesendet am,envoyé,envoyé le,date d'envoi,enviado,enviado el,enviado em,enviada em,enviada,inviato,data invio,verzonden,skickat,sendt,lähetetty,"
            + "wysłano,wysłane,data wysłania,odesláno,отправлено,надіслано,gönderildi,gönderilme,gönderme tarihi,送信日時,发送时间,发送日期,发送日期和时间,傳送時間,寄件日期,보낸 날짜,보낸날짜,보낸시간,"
            + "נשלח,تاريخ الإرسال,elküldve,trimis,στάλθηκε,odoslané,poslano,изпратено,đã gửi"),
        (HeaderLabel.To, "to,an,à,a,para,aan,till,til,vastaanottaja,do,komu,кому,kime,alıcı,宛先,收件人,收件者,받는 사람,받는사람,받는이,אל,إلى,destinataire,destinatario,cc,kopie,copie à,copie,címzett,către,προς,κοιν.,prima,za,до,đến"),
        (HeaderLabel.Subject, "subject,betreff,objet,sujet,asunto,oggetto,assunto,onderwerp,ämne,emne,aihe,temat,předmět,тема,konu,件名,主题,主題,主旨,제목,נושא,الموضوع,tárgy,subiect,θέμα,predmet,zadeva,относно,chủ đề"),
    }.SelectMany(kind => kind.Item2.Split(',').Select(label => (label, kind.Item1))).ToFrozenDictionary(l => l.label, l => l.Item2, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, HeaderLabel>.AlternateLookup<ReadOnlySpan<char>> Label = Labels.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the line is the header of, whether or not its label is bold.</summary>
    public static HeaderLabel Kind(ReadOnlySpan<char> line)
    {
        var text = line[..Math.Min(line.Length, 2 * Longest)].TrimStart("* _|");
        var colon = text.IndexOfAny(':', '：');
        if (colon is <= 0 or > Longest) return HeaderLabel.None;
        return Label.TryGetValue(text[..colon].Trim("* _"), out var label) ? label : HeaderLabel.None;
    }

    /// <summary>What stands behind the label.</summary>
    public static ReadOnlySpan<char> Value(ReadOnlySpan<char> line) => line[(line.IndexOfAny(':', '：') + 1)..].Trim("* _|\t");

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] texts) =>
        texts.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}

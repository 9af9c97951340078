using System.Collections.Frozen;

namespace Soundoff.Mail.Sorting;

/// <summary>How programs answer in a person's place, in the languages listeners write.</summary>
internal static class AutomaticWords
{
    /// <summary>What programs begin the subjects of absence notices with, and people hardly ever.</summary>
    public static readonly Phrases VacationSubjects = new(
        "automatic reply", "auto reply", "autoreply", "auto response", "autoresponse", "auto responder", "automated reply", "automated response",
        "out of office", "out of the office", "ooo", "away from my mail", "away from the office",
        "abwesenheitsnotiz", "automatische antwort", "abwesenheitsmeldung", "automatische rückmeldung", "nicht im büro",
        "réponse automatique", "absence du bureau", "message d'absence", "absent du bureau", "réponse d'absence",
        "respuesta automática", "fuera de la oficina", "fuera de oficina", "risposta automatica", "fuori sede", "fuori ufficio",
        "resposta automática", "fora do escritório", "automatisch antwoord", "automatische reactie", "niet op kantoor", "autosvar", "automatiskt svar",
        "automatisk svar", "ikke på kontoret", "fraværsbesked", "automaattinen vastaus", "poissaoloviesti", "automaattivastaus",
        "odpowiedź automatyczna", "automatyczna odpowiedź", "poza biurem", "automatická odpověď", "automatická odpoveď", "mimo kancelář", "jsem mimo kancelář",
        "автоответ", "автоматический ответ", "вне офиса", "нет на месте", "автоматична відповідь", "автовідповідь",
        "otomatik yanıt", "otomatik cevap", "ofis dışında", "automatikus válasz", "házon kívül", "távolléti", "răspuns automat", "în afara biroului",
        "αυτόματη απάντηση", "εκτός γραφείου", "תשובה אוטומטית", "מענה אוטומטי", "מחוץ למשרד", "رد تلقائي", "الرد التلقائي", "خارج المكتب",
        "自動応答", "自動返信", "不在通知", "自动答复", "自动回复", "自動回覆", "자동 회신", "자동 응답", "자동답장", "부재중", "부재 중");

    /// <summary>What such subjects also begin with, and people's letters too.</summary>
    public static readonly Phrases AbsenceSubjects = new(
        "vacation", "on vacation", "i am away", "on holiday", "on leave", "abwesenheit", "abwesend", "urlaub", "bin im urlaub", "absence", "en congé",
        "ausente", "ausencia", "estoy de vacaciones", "de vacaciones", "assente", "in ferie", "ausência", "de férias", "afwezig", "afwezigheid", "niet aanwezig",
        "frånvaro", "frånvarande", "fravær", "fraværende", "poissa", "lomalla", "nieobecność", "urlop", "nepřítomnost", "dovolená",
        "я в отпуске", "в отпуске", "у відпустці", "відсутній", "izindeyim", "yıllık izin", "szabadság", "concediu", "în concediu", "σε άδεια", "με άδεια",
        "不在", "休暇", "外出", "休假");

    /// <summary>Words by which a program's subject goes on: how long, and what it is.</summary>
    public static readonly FrozenSet<string> Continuations = new[]
    {
        "until", "till", "from", "since", "between", "back", "notification", "notice", "message", "reply", "response", "alert", "mail", "email", "re",
        "bis", "vom", "von", "ab", "seit", "nachricht", "jusqu", "jusquau", "du", "au", "hasta", "del", "desde", "fino", "dal", "ate", "tot", "van", "vanaf",
        "fran", "til", "fra", "indtil", "asti", "do", "od", "до", "с", "з", "ig", "pana", "μεχρι",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>When somebody is back, and whom to ask until then.</summary>
    public static readonly Phrases Returns = new(
        "return", "back on", "be back", "until", "urgent", "emergency", "get back to you", "respond", "as soon as", "wieder", "zurück", "dringend", "vertretung", "retour", "urgence",
        "hasta", "urgen", "regreso", "volver", "rientr", "ritorno", "fino al", "regresso", "volta", "spoed", "weer aanwezig", "tillbaka", "brådskande", "tilbage", "tilbake", "haster",
        "takaisin", "palaan", "kiireelli", "wrócę", "piln", "zpět", "naléhav", "вернусь", "срочн", "повернусь", "термінов", "acil", "döneceğim", "vissza", "sürgős", "revin", "επιστρ",
        "戻り", "緊急", "急ぎ", "回来", "返回", "紧急", "복귀", "돌아", "긴급");

    /// <summary>What an absence notice says near its beginning.</summary>
    public static readonly Phrases VacationTexts = new(
        "i am out of the office", "i am currently out of", "im out of the office", "im currently out of", "i am away", "im away", "i am currently away",
        "i will be away", "i will be out of", "i am on vacation", "i am on holiday", "i am on annual leave", "i am on leave", "im on vacation",
        "im on holiday", "im on leave", "i am currently on", "i will return", "ill be back on", "i will be back", "limited access to email",
        "limited access to my email", "limited access to e mail", "no access to email", "this is an automatic", "this is an automated",
        "automatically generated", "automatic reply", "automatic response", "auto reply", "i will reply when", "i will respond when",
        "i will get back to you", "in urgent cases", "in case of emergency", "for urgent matters", "if your matter is urgent", "out of the office until",
        "out of office until", "out of the office from", "currently unavailable", "am not in the office",
        "nicht im büro", "nicht im hause", "nicht im haus", "bin ich wieder", "bin zurzeit", "bin derzeit", "bin im urlaub", "in dringenden fällen",
        "nicht erreichbar", "nicht weitergeleitet", "automatisch erstellt", "automatisch generiert", "meine vertretung", "außer haus", "wieder erreichbar",
        "je suis absent", "je suis actuellement absent", "actuellement absent", "absent du bureau", "absente du bureau", "je serai absent",
        "je serai de retour", "je suis en congé", "en cas d'urgence", "de retour le", "sera lu à mon retour", "message automatique", "réponse automatique",
        "estoy fuera de la oficina", "estaré fuera", "fuera de la oficina", "me encuentro fuera", "estoy de vacaciones", "en caso de urgencia",
        "para asuntos urgentes", "volveré el", "respuesta automática", "mensaje automático", "estaré de regreso",
        "sono fuori ufficio", "sono assente", "sarò assente", "fuori sede", "in ferie", "per urgenze", "per questioni urgenti", "sarò di ritorno",
        "risposta automatica", "messaggio automatico", "estou ausente", "estou fora", "estarei ausente", "estou de férias", "estarei de volta",
        "em caso de urgência", "assuntos urgentes", "resposta automática", "mensagem automática",
        "ik ben afwezig", "ik ben niet aanwezig", "ik ben op vakantie", "ben ik afwezig", "niet op kantoor", "weer aanwezig", "voor dringende", "bij spoed",
        "automatisch bericht", "jag är inte på kontoret", "jag är på semester", "är tillbaka", "tillbaka på kontoret", "vid brådskande",
        "jag är frånvarande", "jeg er ikke på kontoret", "jeg er på ferie", "jeg holder ferie", "tilbake på kontoret", "tilbage på kontoret",
        "ved hastesager", "jeg er fraværende", "jeg er tilbake", "jeg er tilbage",
        "olen lomalla", "olen poissa", "en ole paikalla", "kiireellisissä", "jestem poza biurem", "przebywam na urlopie", "jestem na urlopie",
        "będę nieobecn", "jestem nieobecn", "w pilnych sprawach", "w sprawach pilnych", "jsem mimo kancelář", "nejsem v kanceláři", "jsem na dovolené",
        "v naléhavých", "budu zpět", "čerpám dovolenou",
        "нахожусь в отпуске", "я в отпуске", "меня нет на рабочем месте", "вне офиса", "буду отсутствовать", "по срочным вопросам", "у відпустці",
        "буду відсутн", "з термінових питань", "мене немає на робочому", "ofis dışındayım", "yıllık izindeyim", "izinde olacağım", "acil durumlarda",
        "izindeyim", "geri döneceğim",
        "不在にしております", "不在にして", "休暇をいただいて", "休暇中", "外出して", "自動返信", "自動応答", "ご連絡いたします", "我正在休假", "我不在办公室", "休假", "自动回复", "自动答复", "紧急", "부재중", "휴가 중", "자리를 비",
        "자동 회신", "자동 응답", "szabadságon", "nem vagyok az irodában", "házon kívül", "sunt în concediu", "nu sunt la birou", "revin pe", "εκτός γραφείου", "σε άδεια", "με άδεια",
        "איני במשרד", "לא אהיה זמין", "בחופשה", "خارج المكتب", "في إجازة");

    /// <summary>Subjects of what ticket systems and mail programs confirm hold this.</summary>
    public static readonly Phrases ReceiptSubjects = new(
        "request received", "weve received your", "we have received your", "we received your", "your request has been", "your ticket",
        "ticket received", "ticket created", "case created", "case number", "support request", "thank you for contacting", "thanks for contacting",
        "thank you for your email", "thank you for your message", "thanks for your email", "message received", "email received",
        "confirmation of receipt", "acknowledgement", "acknowledgment", "ticket id",
        "eingangsbestätigung", "ihre anfrage", "empfangsbestätigung", "vielen dank für ihre", "ticketnummer", "accusé de réception", "votre demande",
        "acuse de recibo", "su solicitud", "hemos recibido", "conferma di ricezione", "abbiamo ricevuto", "recebemos", "ontvangstbevestiging", "uw aanvraag",
        "bekräftelse", "kvittering", "bekreftelse", "potwierdzenie", "potvrzení", "подтверждение", "ваше обращение", "підтвердження", "受付完了",
        "お問い合わせありがとうございます", "お問い合わせを受け付け", "已收到", "접수", "접수 완료");

    /// <summary>Subjects of what says that a message was opened begin so.</summary>
    public static readonly Phrases ReadSubjects = new(
        "read", "not read", "deleted", "read receipt", "return receipt", "gelesen", "ungelesen", "lesebestätigung", "lu", "non lu",
        "confirmation de lecture", "leído", "confirmación de lectura", "letto", "conferma di lettura", "lida",
        "confirmação de leitura", "gelezen", "leesbevestiging", "läst", "lest", "læst", "luettu", "przeczytane", "přečteno", "прочитано", "okundu", "開封済み",
        "已读", "읽음");

    /// <summary>What such a confirmation says near its beginning.</summary>
    public static readonly Phrases ReceiptTexts = new(
        "your request has been received", "request has been received", "has been received and is being reviewed", "a ticket has been created",
        "a ticket has been opened", "your ticket number", "ticket id", "case number is", "reference number is", "has been assigned", "your support ticket",
        "this is an automated", "this is an automatic", "this is an auto", "automatically generated", "do not reply to this", "please do not reply",
        "please dont reply", "reply above this line", "type your reply above", "respond within", "business days", "will get back to you within",
        "a member of our team", "one of our agents", "was read on", "was opened on", "has been read", "was displayed on", "was deleted without being read",
        "this is a receipt for the mail", "return receipt",
        "automatisch erstellt", "automatisch generiert", "automatische eingangsbestätigung", "diese e mail wurde automatisch",
        "antworten sie nicht auf diese", "nicht auf diese e mail", "ticketnummer", "vorgangsnummer", "wurde gelesen am", "ihre nachricht an", "ne pas répondre",
        "réponse automatique", "message automatique", "numéro de ticket", "numéro de dossier", "a été lu", "no responda a este", "mensaje automático",
        "correo automático", "número de ticket", "número de caso", "fue leído", "non rispondere a questa", "messaggio automatico", "numero di ticket",
        "è stato letto", "não responda", "mensagem automática", "número do chamado", "foi lida",
        "niet op deze e mail", "automatisch gegenereerd", "automatisch bericht", "ticketnummer", "is gelezen", "svara inte på detta", "automatiskt",
        "ärendenummer", "ikke svar på denne", "svar ikke på denne", "automatisk generert", "automatisk genereret", "saksnummer", "sagsnummer",
        "älä vastaa tähän", "prosimy nie odpowiadać", "wygenerowana automatycznie", "numer zgłoszenia", "neodpovídejte", "automaticky", "číslo požadavku",
        "не отвечайте на это", "автоматически", "номер обращения", "номер заявки", "не відповідайте на цей", "автоматично", "otomatik olarak",
        "yanıtlamayınız", "自動送信", "自動的に送信", "自動で送信", "返信しないで", "自动发送", "请勿回复", "자동으로 발송", "자동 발송", "발신 전용");

    /// <summary>Subjects of challenges hold this.</summary>
    public static readonly Phrases ChallengeSubjects = new(
        "confirm your message", "please confirm", "confirm your email", "confirm your e mail", "confirm delivery", "confirmation required",
        "verification required", "verify your message", "verify your email", "please verify", "sender verification", "approve your message",
        "your message is waiting", "your message to", "your email to", "requires verification", "requires confirmation", "spam protection", "message held",
        "boxtrapper", "action required",
        "bestätigen sie", "bestätigung erforderlich", "confirmez votre", "confirme su", "conferma il tuo", "confirme sua", "bevestig uw", "подтвердите");

    /// <summary>What a challenge says.</summary>
    public static readonly Phrases ChallengeTexts = new(
        "prove you are human", "prove that you are human", "prove that you are a human", "prove you are a human", "prove you are not a robot",
        "not a spammer", "to verify that you are", "verify that you are a person", "verify you are a real person", "confirm that you are a real person",
        "you are a real person", "click the link below to confirm", "click on the link below to", "click the link below to verify", "click here to verify",
        "click the following link", "reply to this message to confirm", "just reply to this", "replying to this message", "added to my list of approved",
        "approved senders", "approved sender list", "allowed senders", "whitelist", "guest list", "challenge response", "spam blocking", "is being held",
        "held until", "held for", "unsolicited email", "anti spam", "antispam",
        "dass sie kein spammer", "kein roboter", "den folgenden link", "auf den link", "que vous n'êtes pas un robot", "cliquez sur le lien",
        "que no es un robot", "haga clic en el", "non sei un robot", "clicca sul", "não é um robô", "clique no link", "geen robot", "klik op de", "не робот",
        "перейдите по ссылке");
}

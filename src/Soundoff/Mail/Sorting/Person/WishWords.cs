namespace Soundoff.Mail.Sorting.Person;

/// <summary>How people ask that a letter stays between them and the hosts.</summary>
internal static class WishWords
{
    /// <summary>Say so wherever they stand.</summary>
    public static readonly Phrases Statements = new(
        "not for publication", "not for broadcast", "not for airing", "not for the air", "not for the show", "not for on air",
        "not intended for publication", "not meant for publication", "not to be published", "not to be read on air", "must not be published",
        "should not be published", "may not be published", "without publishing", "off the record", "for your eyes only", "for your ears only",
        "rather you didnt publish", "rather you did not publish", "prefer you didnt publish", "prefer that you dont publish", "prefer not to be published",
        "rather not be published", "dont want this published", "do not want this published", "dont want this to be published",
        "do not want this to be published", "dont want you to publish", "do not want you to publish", "dont want it published",
        "dont want my letter published", "keep this between us", "keep this private", "keep this letter private", "keep it private",
        "do not consent to publication", "dont have my permission to publish", "do not have my permission to publish",
        "nicht zur veröffentlichung", "nicht für die öffentlichkeit", "nicht für die veröffentlichung", "nicht veröffentlicht werden", "nicht zum vorlesen",
        "nicht für die sendung", "nicht vorgelesen werden", "keine veröffentlichung", "möchte nicht dass sie das veröffentlichen",
        "möchte nicht dass dies veröffentlicht", "möchte nicht dass das veröffentlicht", "bleibt unter uns",
        "pas pour publication", "pas destiné à la publication", "pas destinée à la publication", "pas destiné à être publié", "pas destinée à être publiée",
        "ne doit pas être publié", "à ne pas publier", "merci de ne pas publier", "de ne pas publier", "de ne pas le publier", "de ne pas la publier",
        "ne souhaite pas être publié", "ne souhaite pas que ce message soit publié", "ne pas diffuser", "reste entre nous",
        "no es para publicar", "no para publicar", "no para publicación", "que no se publique", "que no publiquen", "que no lo publiquen",
        "no quiero que se publique", "no quiero que publiquen", "prefiero que no se publique", "queda entre nosotros",
        "non per la pubblicazione", "non destinato alla pubblicazione", "non destinata alla pubblicazione", "da non pubblicare", "di non pubblicare",
        "di non pubblicarla", "di non pubblicarlo", "non voglio che venga pubblicat", "non desidero che venga pubblicat", "resti tra noi",
        "não é para publicar", "não para publicação", "não destinado à publicação", "não destinada à publicação", "que não publiquem",
        "que não seja publicad", "não quero que publiquem", "não quero que seja publicad", "fique entre nós",
        "niet voor publicatie", "niet bedoeld voor publicatie", "niet ter publicatie", "niet te publiceren", "niet gepubliceerd worden",
        "niet worden gepubliceerd", "niet voor de uitzending", "niet voorlezen",
        "inte för publicering", "ej för publicering", "får inte publiceras", "inte publiceras", "ikke til offentliggørelse", "må ikke offentliggøres",
        "ikke til udgivelse", "må ikke udgives", "ikke til publisering", "ikke for publisering", "skal ikke publiseres", "ikke offentliggjøres",
        "må ikke publiseres", "ikke publiseres",
        "ei julkaistavaksi", "ei julkaisuun", "ei ole tarkoitettu julkaistavaksi", "ei saa julkaista", "nie do publikacji", "nie do druku",
        "proszę nie publikować", "prosiłbym o niepublikowanie", "prosiłabym o niepublikowanie", "proszę o niepublikowanie", "nie chcę żeby to publikowa",
        "nie chcę aby to publikowa",
        "není určeno k publikaci", "není určeno ke zveřejnění", "není ke zveřejnění", "neurčeno ke zveřejnění", "prosím o nezveřejnění",
        "nepřeji si zveřejnění", "nepřeji si aby byl zveřejněn",
        "не для публикации", "не для эфира", "не для печати", "прошу не публиковать", "просьба не публиковать", "не хочу чтобы это публиковали",
        "не хотел бы чтобы это публиковали", "не хотела бы чтобы это публиковали", "не подлежит публикации", "не для публікації", "не для ефіру",
        "прошу не публікувати", "прохання не публікувати", "не хочу щоб це публікували",
        "yayımlanmak üzere değil", "yayınlanmak üzere değil", "yayımlamayın", "yayınlamayın", "yayımlanmasın", "yayınlanmasın", "yayımlanmasını istemiyorum",
        "yayınlanmasını istemiyorum", "yayın için değil",
        "掲載しないで", "公開しないで", "掲載不可", "公開不可", "非公開でお願い", "非公開希望", "掲載はご遠慮", "掲載は控えて", "公開は控えて", "公開はご遠慮", "読まないでください", "放送では読まないで", "掲載を希望しません", "公開を希望しません",
        "掲載しないようお願い", "公開しないようお願い",
        "请勿发表", "请勿公开", "请不要公开", "请不要发表", "请不要刊登", "请勿刊登", "请不要发布", "请勿发布", "不要公开", "不要发表", "不希望公开", "不希望发表", "不得公开", "不供发表", "請勿公開", "請勿刊登", "請不要公開", "請不要刊登",
        "공개하지 말아", "공개하지 마", "게재하지 말아", "게재하지 마", "싣지 말아", "방송하지 말아", "소개하지 말아", "읽지 말아", "비공개로", "공개를 원하지 않", "게재를 원하지 않", "공개하지 않았으면");

    /// <summary>Say so when they ask: at the beginning of a clause, or after a please.</summary>
    public static readonly Phrases Requests = new(
        "do not publish", "dont publish", "do not read this on", "dont read this on", "do not read it on", "dont read it on", "do not read this letter",
        "dont read this letter", "do not air", "dont air", "do not broadcast", "dont broadcast", "do not print", "dont print", "not publish",
        "do not use this on", "dont use this on", "do not share this", "dont share this", "do not post this", "dont post this", "never publish",
        "nicht veröffentlichen", "nicht publizieren", "nicht vorlesen", "nicht abdrucken", "veröffentlichen sie diesen brief nicht",
        "veröffentlichen sie das nicht", "veröffentlichen sie dies nicht", "veröffentlichen sie diese", "veröffentlicht das nicht",
        "veröffentlicht dies nicht", "veröffentlicht diesen brief nicht",
        "ne pas publier", "ne pas le publier", "ne publiez pas", "ne le publiez pas", "ne la publiez pas", "ne lisez pas cette lettre", "no publicar",
        "no publiquen", "no publiquéis", "no lo publiquen", "no la publiquen", "no publique", "no leer al aire", "no lean", "non pubblicare",
        "non pubblicate", "non pubblicatela", "non pubblicatelo", "non leggete", "não publicar", "não publiquem", "não publique", "não leiam",
        "niet publiceren", "publiceer dit niet", "publiceer deze brief niet", "publicera inte", "publicera ej", "läs inte upp", "offentliggør ikke",
        "udgiv ikke", "bring ikke", "ikke offentliggør", "publiser ikke", "ikke publiser", "offentliggjør ikke", "les ikke opp",
        "älkää julkaisko", "älä julkaise", "ei julkaista", "nie publikować", "nie publikujcie", "nie publikuj", "nie drukować", "nezveřejňujte",
        "nezveřejňovat", "nepublikujte", "nepublikovat", "не публикуйте", "не публиковать", "не печатайте", "не читайте это в эфире", "не публікуйте",
        "не публікувати");

    /// <summary>Words after which a request is one.</summary>
    public static readonly HashSet<string> LeadIns = new(StringComparer.Ordinal)
    {
        "please", "pls", "kindly", "but", "and", "so", "just", "also", "to", "letter", "note", "ps", "just", "only",
        "bitte", "aber", "und", "brief", "mail", "das", "dies", "dieses", "diesen", "dich", "euch", "sie", "namentlich", "svp", "plait", "merci", "mais",
        "et", "de", "prière", "priere", "por", "favor", "pero", "y", "rogamos", "ruego", "favore", "prego", "ma", "e", "vi", "mas", "dit", "graag",
        "alstublieft", "aub", "gelieve", "maar", "en",
        "vanligen", "snalla", "men", "och", "og", "vennligst", "venligst", "ver", "mutta", "ja", "pyydan", "olkaa", "hyva", "prosze", "ale", "i", "prosim",
        "a", "пожалуиста", "прошу", "но", "и", "просьба", "будь", "ласка", "але", "это", "це", "письмо", "лист",
    };

    /// <summary>What a request may be about instead of the letter.</summary>
    public static readonly HashSet<string> Name = new(StringComparer.Ordinal)
    {
        "name", "surname", "address", "email", "namen", "nachnamen", "adresse", "nom", "nombre", "apellido", "nome", "cognome", "naam", "achternaam", "namn",
        "efternamn", "navn", "etternavn", "nimea", "nimeani", "nazwiska", "imienia", "jmeno", "имя", "фамилию", "имени", "імя", "прізвище",
    };

    /// <summary>Ask for a letter without its author's name.</summary>
    public static readonly Phrases Nameless = new(
        "without my name", "dont use my name", "do not use my name", "dont mention my name", "do not mention my name", "keep my name out",
        "keep me anonymous", "stay anonymous", "remain anonymous", "publish anonymously", "anonymously please", "withhold my name", "name withheld",
        "ohne meinen namen", "ohne namen", "ohne namensnennung", "anonym bleiben", "bitte anonym", "meinen namen nicht", "sans mon nom",
        "sans mentionner mon nom", "rester anonyme", "de façon anonyme", "sin mi nombre", "sin mencionar mi nombre", "de forma anónima",
        "quedar en el anonimato", "senza il mio nome", "senza nome", "in forma anonima", "rimanere anonim", "sem o meu nome", "sem meu nome", "anonimamente",
        "zonder mijn naam", "zonder naam", "anoniem blijven", "utan mitt namn", "vara anonym", "uden mit navn", "være anonym", "uten navnet mitt",
        "ilman nimeä", "ilman nimeäni", "nimettömänä", "bez mojego nazwiska", "bez nazwiska", "anonimowo", "bez mého jména", "bez jména", "anonymně",
        "без моего имени", "без имени", "анонимно", "без мого імені", "анонімно", "adımı kullanmadan", "ismimi vermeden", "ismim olmadan", "anonim olarak",
        "匿名で", "匿名希望", "名前は出さないで", "名前を出さないで", "匿名发表", "匿名刊登", "不要提我的名字", "익명으로", "이름은 빼고", "이름을 밝히지");
}

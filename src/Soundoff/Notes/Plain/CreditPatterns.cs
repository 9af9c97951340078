using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Notes.Plain;

/// <summary>How newsrooms write who speaks, language by language: whole sentences with hosts and guests, and labels before one or the other.</summary>
internal static partial class CreditPatterns
{
    private const string Hosts = "(?<hosts>.+?)";
    private const string Guests = "(?<guests>.+)";

    /// <summary>Sentences, with the groups <c>hosts</c> and <c>guests</c>.</summary>
    public static IReadOnlyList<Regex> Sentences { get; } = [English(), German(), Spanish(), French(), Italian(), Dutch(), Portuguese(), Arabic()];

    /// <summary>Labels, with the group <c>host</c> or <c>guest</c>: at the beginning, or behind the end of another part.</summary>
    public static IReadOnlyList<Regex> Labels { get; } = [EnglishLabels(), GermanLabels(), SpanishLabels(), FrenchLabels(), ItalianLabels(), DutchLabels(), PortugueseLabels(), ArabicLabels()];

    private const string EnglishLead = "(?:(?:Today|Tonight|This week|This time|In this episode|In today['’]s show|On the show)[,،]? )?";

    [GeneratedRegex("^" + EnglishLead + "(?:"
        + "With (?:hosts? )?" + Hosts + ",? and (?:(?:his|her|their|our|special|studio) )*guests?:? " + Guests
        + "|" + Hosts + " (?:meets|sat|sits|catches up|caught up)(?: down)? with " + Guests
        + ")$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex English();

    [GeneratedRegex("(?:^" + EnglishLead + @"|[.;|؛]\s+)(?:(?<guest>"
        + "(?:(?:[Oo]ur|[Tt]oday['’]s|[Tt]onight['’]s|[Tt]his (?:week|episode|time)['’]s|[Tt]he|[Ss]pecial|[Ss]tudio) )*[Gg]uests?(?: (?:today|tonight|this week|this time|in the studio|on the show))?(?: ?:| [–—-]| (?:is|are|was|were):?)"
        + "|In (?:the )?studio(?: (?:today|tonight|this week|with us))?(?: ?:| (?:is|are):?)"
        + "|On the (?:phone|line)(?: (?:today|tonight))? ?:"
        + "|With us(?: (?:today|tonight|this week|in the studio))?(?: ?:| (?:is|are):?)"
        + "|Joining us(?: (?:today|tonight|this week|in the studio))?(?: ?:| (?:is|are):?)"
        + ")|(?<host>"
        + "(?:(?:Your|Our|[Tt]he) )?(?:[Hh]osts?|[Pp]resenters?)(?: ?:| (?:is|are):?)"
        + "|(?:Hosted|Presented) by:?"
        + @"))\s+", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex EnglishLabels();

    private const string GermanLead = "(?:(?:Heute|Diesmal|Diese Woche|In dieser (?:Folge|Sendung|Ausgabe))[,،]? )?";

    [GeneratedRegex("^" + GermanLead + "(?:"
        + "" + Hosts + " (?:spricht|sprach|sprechen|sprachen|redet|reden|redete|diskutiert|diskutieren|diskutierte|plaudert|plaudern)(?: heute| diesmal| diese Woche)? mit " + Guests
        + "|" + Hosts + " (?:unterhält|unterhielt|unterhalten|unterhielten) sich(?: heute)? mit " + Guests
        + "|" + Hosts + "(?: ist| sind|,)? im Gespräch mit " + Guests
        + "|" + Hosts + " (?:begrüßt|begrüßte|begrüßen|empfängt|empfing|empfangen|interviewt|interviewte|interviewen)(?: heute| diesmal| im Studio)* " + Guests
        + "|" + Hosts + " (?:hat|hatte|haben|hatten)(?: heute| diesmal)? " + Guests + " zu Gast"
        + "|(?:Heute|Diesmal|Diese Woche|In dieser (?:Folge|Sendung|Ausgabe)) (?:spricht|sprechen|redet|reden|diskutiert|diskutieren) " + Hosts + " mit " + Guests
        + "|(?:Heute|Diesmal|Diese Woche|In dieser (?:Folge|Sendung|Ausgabe)) (?:unterhält|unterhalten) sich " + Hosts + " mit " + Guests
        + "|Zu Gast bei " + Hosts + "(?: ?:| (?:ist|sind|war|waren)(?: heute| diesmal)?:?) " + Guests
        + "|Bei " + Hosts + " (?:ist|sind)(?: heute| diesmal)? (?:zu Gast|im Studio):? " + Guests
        + "|Mit " + Hosts + " und (?:(?:den|dem|der|ihren|seinen|ihrem|seinem|ihrer|seiner|unseren|unserem) )?(?:Gästen|Gast|Gästin):? " + Guests
        + "|" + Guests + " (?:ist|sind|war|waren)(?: heute)? zu Gast bei " + Hosts
        + ")$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex German();

    [GeneratedRegex("(?:^" + GermanLead + @"|[.;|؛]\s+)(?:(?<guest>"
        + "(?:(?:Unsere?|Der|Die|Unser heutiger|Unsere heutigen|Heutiger?) )?(?:Studio)?(?:[Gg]ast|[Gg]äste|Gästin|Gästinnen)(?: (?:heute|diesmal|der Woche|der Sendung|in dieser Folge|im Studio))?(?: ?:| (?:ist|sind)(?: heute| diesmal)?:?)"
        + "|Zu Gast(?: im Studio| heute)?(?: ?:| (?:ist|sind)(?: heute| diesmal)?:?)"
        + "|Im Studio(?: heute| zu Gast)?(?: ?:| (?:ist|sind):?)"
        + "|Am Telefon ?:"
        + "|Mit dabei(?: ?:| (?:ist|sind):?)"
        + ")|(?<host>"
        + "(?:Moderation|Moderator|Moderatorin|Moderatoren|Gastgeber|Gastgeberin|Am Mikrofon) ?:"
        + "|(?:Moderiert|Präsentiert) von:?"
        + @"))\s+", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex GermanLabels();

    private const string SpanishLead = "(?:(?:Hoy|Esta semana|En este (?:episodio|programa))[,،]? )?";

    [GeneratedRegex("^" + SpanishLead + "(?:"
        + "" + Hosts + " (?:habla|hablan|habló|hablaron|conversa|conversan|conversó|conversaron|charla|charlan|charló|dialoga|dialogan|dialogó)(?: hoy)? con " + Guests
        + "|" + Hosts + " (?:entrevista|entrevistan|entrevistó|recibe|reciben|recibió|da la bienvenida|dan la bienvenida)(?: hoy)? a " + Guests
        + "|" + Hosts + " (?:está|están|estuvo) acompañad[oa]s? (?:por|de) " + Guests
        + "|(?:Acompañan?|Se unen?) a " + Hosts + ": " + Guests
        + "|Junto a " + Hosts + "(?: ?:| están?:?) " + Guests
        + "|Con " + Hosts + " y (?:(?:sus?|l[oa]s|el|la|nuestr[oa]s?) )?invitad[oa]s?:? " + Guests
        + ")$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Spanish();

    [GeneratedRegex("(?:^" + SpanishLead + @"|[.;|؛]\s+)(?:(?<guest>"
        + "(?:(?:Nuestr[oa]s?|[Ll][oa]s|[Ee]l|[Ll]a) )?[Ii]nvitad[oa]s?(?: (?:de hoy|de la semana|del programa|del episodio|especial(?:es)?))?(?: ?:| (?:es|son):?)"
        + "|En (?:el )?estudio(?: hoy)? ?:"
        + "|Al teléfono ?:"
        + "|Con nosotros(?: hoy)? ?:"
        + "|Nos acompañan?(?: hoy)?:?"
        + ")|(?<host>"
        + "(?:Presentación|Presentan?|Presentador|Presentadora|Presentadores|Conducción|Conducen?) ?:"
        + "|(?:Presentado|Conducido) por:?"
        + @"))\s+", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex SpanishLabels();

    private const string FrenchLead = "(?:(?:Aujourd['’]hui|Cette semaine|Dans cet épisode)[,،]? )?";

    [GeneratedRegex("^" + FrenchLead + "(?:"
        + "" + Hosts + " (?:parle|parlent|discute|discutent|dialogue|dialoguent|échange|échangent|bavarde|s['’]entretient|s['’]entretiennent|a parlé|ont parlé)(?: aujourd['’]hui)? avec " + Guests
        + "|" + Hosts + " (?:reçoit|reçoivent|a reçu|ont reçu|accueille|accueillent|interviewe|interviewent)(?: aujourd['’]hui)? " + Guests
        + "|" + Hosts + " (?:est|sont) (?:rejoint|accompagné|entouré)e?s? (?:par|de) " + Guests
        + "|(?:Aux côtés de|Autour de) " + Hosts + " ?: " + Guests
        + "|Avec " + Hosts + " et (?:(?:ses|son|sa|les|nos|notre) |l['’])?invitée?s? ?:? " + Guests
        + ")$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex French();

    [GeneratedRegex("(?:^" + FrenchLead + @"|[.;|؛]\s+)(?:(?<guest>"
        + "(?:(?:Notre|Nos|Les|L['’]) ?)?[Ii]nvitée?s?(?: (?:du jour|de la semaine|aujourd['’]hui|de l['’]émission))?(?: ?:| (?:est|sont) ?:?)"
        + "|(?:En|Dans le) studio(?: aujourd['’]hui)? ?:"
        + "|Au téléphone ?:"
        + "|Avec nous(?: aujourd['’]hui)? ?:"
        + ")|(?<host>"
        + "(?:Présentation|Animation|Présentat(?:eur|rice)|Au micro) ?:"
        + "|(?:Présenté|Animé)e? par:?"
        + @"))\s+", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex FrenchLabels();

    private const string ItalianLead = "(?:(?:Oggi|Questa settimana|In (?:questa puntata|questo episodio))[,،]? )?";

    [GeneratedRegex("^" + ItalianLead + "(?:"
        + "" + Hosts + " (?:parla|parlano|ha parlato|hanno parlato|dialoga|dialogano|conversa|conversano|chiacchiera|chiacchierano)(?: oggi)? con " + Guests
        + "|" + Hosts + " (?:intervista|intervistano|ospita|ospitano|accoglie|accolgono)(?: oggi| in studio)? " + Guests
        + "|Ospit[ei] di " + Hosts + "(?: ?:| (?:è|sono)(?: oggi)?:?) " + Guests
        + "|Con " + Hosts + "(?: ?:| ci sono:?| c['’]è:?) " + Guests
        + "|Con " + Hosts + " e (?:(?:i suoi|il suo|la sua|le sue|gli|i nostri) |l['’])?ospit[ei]:? " + Guests
        + ")$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Italian();

    [GeneratedRegex("(?:^" + ItalianLead + @"|[.;|؛]\s+)(?:(?<guest>"
        + "(?:(?:Il nostro|La nostra|I nostri|Le nostre|Gli|Le|L['’]) ?)?[Oo]spit[ei](?: (?:di oggi|della settimana|della puntata|in studio))?(?: ?:| (?:è|sono):?)"
        + "|In studio(?: oggi| con noi)? ?:"
        + "|Al telefono ?:"
        + "|Con noi(?: oggi| in studio)? ?:"
        + ")|(?<host>"
        + "(?:Conduzione|Conducon?o?|Conduce|Conduttore|Conduttrice|Al microfono) ?:"
        + "|(?:Condotto|Presentat[oa]) da:?"
        + @"))\s+", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex ItalianLabels();

    private const string DutchLead = "(?:(?:Vandaag|Deze week|In deze (?:aflevering|uitzending))[,،]? )?";

    [GeneratedRegex("^" + DutchLead + "(?:"
        + "" + Hosts + " (?:praat|praten|praatte|sprak|spraken|spreekt|spreken|gaat in gesprek|gaan in gesprek|is in gesprek|zijn in gesprek|in gesprek)(?: vandaag)? met " + Guests
        + "|" + Hosts + " (?:ontvangt|ontvangen|ontving|verwelkomt|verwelkomen|interviewt|interviewen)(?: vandaag)? " + Guests
        + "|(?:Vandaag|Deze week|In deze (?:aflevering|uitzending)) (?:praat|praten|spreekt|spreken) " + Hosts + " met " + Guests
        + "|Te gast bij " + Hosts + "(?: ?:| (?:is|zijn)(?: vandaag)?:?) " + Guests
        + "|Bij " + Hosts + " (?:is|zijn)(?: vandaag)? te gast:? " + Guests
        + "|Met " + Hosts + " en (?:(?:zijn|haar|hun|de|onze) )?gast(?:en)?:? " + Guests
        + ")$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Dutch();

    [GeneratedRegex("(?:^" + DutchLead + @"|[.;|؛]\s+)(?:(?<guest>"
        + "(?:(?:Onze|De) )?[Gg]ast(?:en)?(?: (?:vandaag|van vandaag|van de week|in de studio))?(?: ?:| (?:is|zijn):?)"
        + "|Te gast(?: vandaag)?(?: ?:| (?:is|zijn)(?: vandaag)?:?)"
        + "|In de studio(?: vandaag)?(?: ?:| (?:is|zijn):?)"
        + "|Aan de (?:telefoon|lijn) ?:"
        + ")|(?<host>"
        + "(?:Presentatie|Presentator|Presentatrice) ?:"
        + "|Gepresenteerd door:?"
        + @"))\s+", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex DutchLabels();

    private const string PortugueseLead = "(?:(?:Hoje|Esta semana|Neste (?:episódio|programa))[,،]? )?";

    [GeneratedRegex("^" + PortugueseLead + "(?:"
        + "" + Hosts + " (?:conversa|conversam|conversou|conversaram|fala|falam|falou|falaram|bate um papo|batem um papo)(?: hoje)? com " + Guests
        + "|" + Hosts + " (?:recebe|recebem|recebeu|entrevista|entrevistam|entrevistou)(?: hoje| no estúdio)? " + Guests
        + "|" + Hosts + " (?:está|estão) acompanhad[oa]s? (?:por|de) " + Guests
        + "|(?:Junto com|Ao lado de) " + Hosts + "(?: ?:| estão?:?) " + Guests
        + "|Juntam?-se a " + Hosts + ": " + Guests
        + "|Com " + Hosts + " e (?:(?:seus?|suas?|os?|as?|nossos?|nossas?) )?convidad[oa]s?:? " + Guests
        + ")$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Portuguese();

    [GeneratedRegex("(?:^" + PortugueseLead + @"|[.;|؛]\s+)(?:(?<guest>"
        + "(?:(?:(?:[OA]s? )?[Nn]oss[oa]s?|[OA]s?) )?[Cc]onvidad[oa]s?(?: (?:de hoje|da semana|do episódio|do programa|especia(?:l|is)))?(?: ?:| (?:é|são):?)"
        + "|(?:No|Em) estúdio(?: hoje| conosco| connosco)? ?:"
        + "|(?:Ao|Por) telefone ?:"
        + "|Con?nosco(?: hoje)? ?:"
        + ")|(?<host>"
        + "(?:Apresentação|Apresentador|Apresentadora|Apresentadores|Locução) ?:"
        + "|Apresentad[oa] por:?"
        + @"))\s+", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex PortugueseLabels();

    private const string ArabicLead = "(?:(?:اليوم|هذا الأسبوع|في هذه الحلقة|في حلقة اليوم)[,،]? )?";

    [GeneratedRegex("^" + ArabicLead + "(?:"
        + "(?:يتحدث|تتحدث|يتحاور|تتحاور|يحاور|تحاور|يلتقي|تلتقي) " + Hosts + " (?:مع|إلى) " + Guests
        + "|" + Hosts + " (?:يتحدث|تتحدث|يتحاور|تتحاور) (?:مع|إلى) " + Guests
        + "|(?:يستضيف|تستضيف|يستقبل|تستقبل) " + Hosts + " (?:كلا|كلاً|كل) من:? " + Guests
        + "|ينضم إلى " + Hosts + " كل من:? " + Guests
        + "|مع " + Hosts + " و(?:ضيوفه|ضيوفها|ضيفه|ضيفها|ضيفته|ضيفتها|ضيوفهما|ضيوفهم|الضيوف|الضيف):? " + Guests
        + "|ضيوف " + Hosts + "(?: هم)? ?: " + Guests
        + ")$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Arabic();

    [GeneratedRegex("(?:^" + ArabicLead + @"|[.;|؛]\s+)(?:(?<guest>"
        + "(?:ضيوفنا|ضيفنا|ضيفتنا|ضيفاتنا|الضيوف|الضيف|الضيفة|ضيوف الحلقة|ضيف الحلقة|ضيفة الحلقة|ضيوف البرنامج)(?: اليوم)?(?: (?:هم|هو|هي|هن))? ?:"
        + "|في الاستوديو(?: اليوم)? ?:"
        + "|معنا(?: اليوم)?(?: في الاستوديو)? ?:"
        + "|على الهاتف ?:"
        + ")|(?<host>"
        + "(?:تقديم|إعداد وتقديم|يقدم الحلقة|تقدم الحلقة|يقدمها|تقدمها) ?:"
        + @"))\s+", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex ArabicLabels();
}

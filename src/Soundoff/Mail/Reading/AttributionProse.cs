using System.Buffers;
using System.Collections.Frozen;

namespace Soundoff.Mail.Reading;

/// <summary>
/// Tells a sentence of a person's from a line that a program wrote: programs put a name, an address, a date and the few small words between them into a line, and
/// nothing else. "On 3 March 2026 at 21:30 I heard your programme and wrote down three questions:" has all of an attribution, and more.
/// </summary>
internal static class AttributionProse
{
    // A name that its owner writes small: "anna berg".
    private const int MostUnknown = 2;

    // Names in scripts without capitals; beside an address the words around it may be those of a program.
    private const int MostSigns = 10;
    private const int MostWords = 6;
    private const int MostWordsBesideAddress = 14;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\u00A0\u202F,;()<>[]\"“”„«»/|*'’:");

    // Whoever speaks of somebody so is no program. Only as they are written here: "Min" is a name.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Persons = Set(
        "I we you he she they it my our your his her their who which that this ich wir du ihr er sie mein meine meiner unser unsere sein seine je j nous vous tu elle ils elles mon mes notre votre qui que yo nosotros "
        + "usted ustedes ella ellos nuestro nuestra mío quien io noi voi lui lei loro mio mia nostro nostra che eu nós você vocês ele ela meu minha nosso nossa ik wij jij hij zij mijn onze haar jag vi ni han hon "
        + "min mitt mina vår jeg du hun vores mit vår minä me te hän minun ja my ty ona oni mój moja moje nasz nasza já jsem můj můj můj moje náš я мы ты вы он она они мой моя мои наш моё ми ти ви він вона вони мій моя ben biz sen siz benim");

    // Besides those that an attribution begins with: what stands between a date, a time and a name; months and days that are written small.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Small = Set(
        "at on of the via from by am pm a m p gmt utc cet cest est edt pst pdt bst msk um uhr hat vom von der die das den dem zu zum aus gegen nachm vorm le la les l à de du des d par vers h heures el los las del con y "
        + "il giorno alle ore ha di da dalla della dello em às as o os dia do dos op om uur van het heeft kl klockan av fra från følgende följande klo kello dnia godz godzinie r w roku użytkownik pan pani o dne v ve "
        + "odesílatel uživatel hod в г гг р о от від года году року год пользователь користувач кому tarihinde saat şunu günü kişi tarihli ezt írta dátum időpontban la în data ora στις ο η το mailto following the "
        + "nachmittags vormittags abends wrote följande időpont márc febr ápr máj jún júl szept thg vào lúc tanggal pada pukul "
        + "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
        + "januar februar märz mai juni juli oktober dezember jänner feber jän mär okt dez "
        + "janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc "
        + "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic "
        + "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug set ott "
        + "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev out dez "
        + "januari februari maart mei augustus mrt augusti maj marts april desember des "
        + "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta tammik helmik maalisk huhtik toukok kesäk heinäk elok syysk lokak marrask jouluk "
        + "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia sty lut kwi cze lip sie wrz paź lis gru "
        + "leden ledna únor února březen března duben dubna květen května červen června červenec července srpen srpna září říjen října listopad listopadu prosinec prosince "
        + "января февраля марта апреля мая июня июля августа сентября октября ноября декабря янв фев февр мар апр май июн июл авг сен сент окт нояб ноя дек "
        + "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня січ лют бер квіт трав черв лип серп вер жовт лист груд "
        + "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık "
        + "január február március április május június július augusztus szeptember október ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie "
        + "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta feira "
        + "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag "
        + "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina "
        + "poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle понеділок вівторок середа четвер п'ятниця субота неділя");

    // What is left of an attribution in Chinese, Japanese or Korean without these is a name.
    private static readonly SearchValues<char> DateSigns = SearchValues.Create("年月日時时分秒周週星期曜火水木金土一二三四五六上下午前後凌晨晚早于於在写道寫書书のメールさんはましたよりセジッ년월일요오전후화수목금토님이께서작성썼습니다의메일시분에");

    private static readonly SearchValues<char> PersonSigns = SearchValues.Create("我你您他她它們们私僕俺彼저제");

    /// <summary>Whether there are words in it that no program writes.</summary>
    /// <param name="text">A line, or lines joined.</param>
    /// <param name="most">How many words of a name may be written small.</param>
    public static bool Is(ReadOnlySpan<char> text, int most = MostUnknown) => Read(text, most).IsProse;

    /// <summary>Whether a name stands in it: a word with a capital that is no day, no month and no verb, or one in a script without capitals.</summary>
    public static bool Names(ReadOnlySpan<char> text) => Read(text, MostUnknown).HasName;

    private static (bool IsProse, bool HasName) Read(ReadOnlySpan<char> text, int most)
    {
        int unknown = 0, words = 0, signs = 0, names = 0;
        var isFirst = true;
        foreach (var range in text.SplitAny(Ends))
        {
            var word = text[range].Trim(".!?…-–—_~");
            if (word.IsEmpty || word.Contains('@') || word.ContainsAnyInRange('0', '9')) continue;
            if (IsPerson(word, isFirst)) return (true, false);
            isFirst = false;
            if (char.IsLower(word[0]))
            {
                if (!IsSmall(word)) unknown++;
            }
            else if (char.IsUpper(word[0]))
            {
                if (!IsSmall(word)) names++;
            }
            else if (IsUnspaced(word[0]))
            {
                if (word.ContainsAny(PersonSigns)) return (true, false);
                foreach (var sign in word)
                    if (IsUnspaced(sign) && !DateSigns.Contains(sign)) signs++;
            }
            else if (char.IsLetter(word[0])) words++;
        }

        return (unknown > most || words > (text.Contains('@') ? MostWordsBesideAddress : MostWords) || signs > MostSigns, names + words + signs > 0);
    }

    // A sentence begins with a capital: "She wrote". Italian and Spanish dates begin with words that mean "he" elsewhere.
    private static bool IsPerson(ReadOnlySpan<char> word, bool isFirst)
    {
        if (Persons.Contains(word)) return true;
        Span<char> lower = stackalloc char[12];
        if (!isFirst || word.Length is < 2 or > 12 || !char.IsUpper(word[0])) return false;
        var length = word.ToLowerInvariant(lower);
        return Persons.Contains(lower[..length]) && !AttributionWords.IsBeginning(word) && lower[..length] is not ("min" or "ben" or "sen");
    }

    private static bool IsSmall(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[24];
        if (word.Length > lower.Length) return false;
        var length = word.ToLowerInvariant(lower);
        return Small.Contains(lower[..length]) || AttributionWords.IsBeginning(word) || AttributionWords.IsVerb(word);
    }

    private static bool IsUnspaced(char sign) => sign is >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF';

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}

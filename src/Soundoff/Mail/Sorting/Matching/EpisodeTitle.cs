namespace Soundoff.Mail.Sorting.Matching;

/// <summary>A title as letters name it: its case, accents and punctuation are no matter. A title of one common word is no name unless it stands alone or in quotation marks.</summary>
internal readonly struct EpisodeTitle
{
    /// <summary>From this share of its words on, a subject that holds them names the title.</summary>
    public const double ClearShare = 0.75;

    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "about", "after", "again", "answer", "answers", "before", "bonus", "christmas", "dear", "episode", "feedback", "folge", "from", "greetings", "hallo", "hello", "hola", "idea", "info", "interview",
        "intro", "letter", "letters", "mail", "message", "music", "news", "nachricht", "pilot", "podcast", "preview", "question", "questions", "radio", "request", "review", "season", "show", "special",
        "story", "teaser", "test", "thank", "thanks", "that", "this", "today", "trailer", "update", "welcome", "what", "when", "where", "with", "your", "danke", "frage", "gracias", "merci", "grazie",
        "question", "bonjour", "introduction", "the", "part", "teil", "partie", "part", "show", "sendung", "emission",
    };

    private readonly string folded;
    private readonly string title;
    private readonly int weight;

    public EpisodeTitle(string title)
    {
        this.title = title.Trim();
        folded = FoldedText.Of(title, 300);
        weight = Weight(folded);
    }

    /// <summary>Whether a folded text is the title and nothing else.</summary>
    public bool Is(string text) => folded.Length > 2 && text == folded && weight > 0;

    /// <summary>Whether the title stands in the text: a distinct one anywhere, another only in quotation marks.</summary>
    public bool StandsIn(string text, string written)
    {
        if (folded.Length <= 2 || weight == 0) return false;
        if (FoldedText.IsUnspaced(folded[1])) return weight >= 2 ? text.Contains(folded.Trim(), StringComparison.Ordinal) : Quoted(written);
        return text.Contains(folded, StringComparison.Ordinal) && (weight >= 2 || Quoted(written));
    }

    /// <summary>Whether another title is a part of this one.</summary>
    public bool Covers(EpisodeTitle other) => folded.Length > other.folded.Length && folded.Contains(other.folded, StringComparison.Ordinal);

    /// <summary>Which share of the title's distinct words is among these; none for a title of less than three.</summary>
    public double Share(HashSet<string> words)
    {
        var own = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(IsDistinct).ToArray();
        var shared = own.Count(words.Contains);
        return shared >= 3 ? (double)shared / own.Length : 0;
    }

    private bool Quoted(string written)
    {
        for (var at = written.IndexOf(title, StringComparison.OrdinalIgnoreCase); at >= 0; at = written.IndexOf(title, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + title.Length;
            if (at > 0 && end < written.Length && IsMark(written[at - 1]) && IsMark(written[end])) return true;
        }

        return false;
    }

    private static bool IsMark(char sign) => sign is '"' or '“' or '”' or '„' or '«' or '»' or '‘' or '’' or '\'' or '「' or '」' or '『' or '』' or '*' or '_';

    // Distinct words; in scripts without spaces four characters weigh as two words.
    private static int Weight(string folded)
    {
        if (folded.Length > 2 && FoldedText.IsUnspaced(folded[1])) return folded.Trim().Length >= 4 ? 2 : 1;
        return folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(IsDistinct);
    }

    private static bool IsDistinct(string word) => word.Length >= 4 && !Generic.Contains(word);
}

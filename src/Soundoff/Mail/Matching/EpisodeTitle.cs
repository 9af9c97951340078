using Soundoff.Mail.Sorting;

namespace Soundoff.Mail.Matching;

/// <summary>A title as letters name it: its case, accents and punctuation are no matter. A title of one common word is no name unless it stands alone or in quotation marks.</summary>
internal readonly struct EpisodeTitle
{
    /// <summary>From this share of its words on, a subject that holds them names the title.</summary>
    public const double ClearShare = 0.75;

    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "about", "after", "again", "answer", "answers", "before", "bonus", "christmas", "dear", "episode", "feedback", "folge", "from", "greetings", "hallo",
        "hello", "hola", "idea", "info", "interview",
        "intro", "letter", "letters", "mail", "message", "music", "news", "nachricht", "pilot", "podcast", "preview", "question", "questions", "radio",
        "request", "review", "season", "show", "special",
        "story", "teaser", "test", "thank", "thanks", "that", "this", "today", "trailer", "update", "welcome", "what", "when", "where", "with", "your",
        "danke", "frage", "gracias", "merci", "grazie",
        "question", "bonjour", "introduction", "the", "part", "teil", "partie", "part", "show", "sendung", "emission",
    };

    private readonly string folded;
    private readonly string title;
    private readonly string[] words;
    private readonly int weight;

    public EpisodeTitle(string title)
    {
        this.title = title.Trim();
        folded = FoldedText.Of(title, 300);
        words = [.. folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(IsDistinct).Distinct().Select(w => $" {w} ")];

        // In scripts without spaces four characters weigh as two words.
        weight = IsUnspaced ? Math.Min(2, folded.Length / 3) : words.Length;
    }

    private bool IsUnspaced => folded.Length > 2 && FoldedText.IsUnspaced(folded[1]);

    /// <summary>Whether a passage is the title and nothing else.</summary>
    public bool Is(Passage passage) => weight > 0 && passage.Folded == folded;

    /// <summary>Whether the title stands in a passage: a distinct one anywhere, another only in quotation marks.</summary>
    public bool StandsIn(Passage passage)
    {
        if (weight < 2) return weight == 1 && IsQuoted(passage.Written);
        return passage.Folded.Contains(IsUnspaced ? folded.Trim() : folded, StringComparison.Ordinal);
    }

    /// <summary>Whether another title is a part of this one.</summary>
    public bool Covers(EpisodeTitle other) => folded.Length > other.folded.Length && folded.Contains(other.folded, StringComparison.Ordinal);

    /// <summary>Which share of the title's distinct words is among the passage's; none where less than three are.</summary>
    public double Share(Passage passage)
    {
        var shared = words.Count(w => passage.Folded.Contains(w, StringComparison.Ordinal));
        return shared >= 3 ? (double)shared / words.Length : 0;
    }

    private bool IsQuoted(string written)
    {
        for (var at = written.IndexOf(title, StringComparison.OrdinalIgnoreCase); at >= 0; at = written.IndexOf(title, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + title.Length;
            if (at > 0 && end < written.Length && IsMark(written[at - 1]) && IsMark(written[end])) return true;
        }

        return false;
    }

    private static bool IsMark(char sign) => sign is '"' or '“' or '”' or '„' or '«' or '»' or '‘' or '’' or '\'' or '「' or '」' or '『' or '』' or '*' or '_';

    private static bool IsDistinct(string word) => word.Length >= 4 && !Generic.Contains(word);
}

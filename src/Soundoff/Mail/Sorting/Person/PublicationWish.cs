using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Sorting.Person;

/// <summary>What a letter says of its own publication.</summary>
/// <param name="ForbidsPublication">It must not be published unless a host overrides that in writing.</param>
/// <param name="ForbidsName">It may be published, but not with its author's name.</param>
/// <param name="Phrase">The words that say so, as the letter has them without case, accents and punctuation; null when nothing does.</param>
public sealed record PublicationWish(bool ForbidsPublication, bool ForbidsName, string? Phrase)
{
    private const int MaxText = 16 * 1024;

    private static readonly PublicationWish None = new(false, false, null);

    /// <summary>
    /// Reads the subject and what the author wrote, in the languages listeners write; a quoted letter's wishes are not this one's. A request must be one: "you do
    /// not publish transcripts" complains, "you may publish this" allows. In doubt a letter is not published: that can be mended.
    /// </summary>
    public static PublicationWish Of(ReadMail mail)
    {
        var text = FoldedText.Clauses(mail.Subject + ".\n\n" + (mail.Text.Length > MaxText ? Ends(mail.Text) : mail.Text), int.MaxValue);
        string? name = null;
        foreach (var (phrase, at, asked) in Found(text))
        {
            if (asked && !IsRequest(text, at)) continue;
            if (asked && IsAboutName(text, at + phrase.Length)) name ??= phrase.Trim();
            else return new PublicationWish(true, false, phrase.Trim());
        }

        name ??= WishWords.Nameless.Find(text) is { At: >= 0 } found ? found.Phrase.Trim() : null;
        return name is null ? None : new PublicationWish(false, true, name);
    }

    // Of a very long letter the beginning and the end: nobody asks in the middle.
    private static string Ends(string text) => text[..(MaxText / 2)] + "\n\n" + text[^(MaxText / 2)..];

    private static IEnumerable<(string Phrase, int At, bool Asked)> Found(string text)
    {
        foreach (var (phrases, asked) in new[] { (WishWords.Statements, false), (WishWords.Requests, true) })
            for (var (at, phrase) = phrases.Find(text); at >= 0; (at, phrase) = phrases.Find(text, at + phrase.Length))
                yield return (phrase, at, asked);
    }

    // "They do not publish", "why don't you": somebody's doing, not a request. A clause that begins with it, or with a please, asks.
    private static bool IsRequest(string text, int at)
    {
        if (FoldedText.IsUnspaced(text[at])) return true;
        var before = text.AsSpan(0, at).TrimEnd(' ');
        if (before.Length == 0 || before[^1] == FoldedText.ClauseMark) return true;
        return WishWords.LeadIns.Contains(before[(before.LastIndexOf(' ') + 1)..].ToString());
    }

    private static bool IsAboutName(string text, int from)
    {
        var end = text.IndexOf(FoldedText.ClauseMark, from);
        var rest = text[from..(end < 0 ? text.Length : end)];
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(4);
        return words.Any(WishWords.Name.Contains);
    }
}

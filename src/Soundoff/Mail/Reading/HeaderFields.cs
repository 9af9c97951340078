using System.Numerics;

namespace Soundoff.Mail.Reading;

/// <summary>
/// What the fields of a possible header block hold. Reports, timetables and minutes have dates and froms and tos as well: only values that a mail program writes
/// behind such labels count.
/// </summary>
internal sealed class HeaderFields
{
    // A name with its company: "Lind, Nora (Kettle Lane Radio)".
    private const int LongestName = 80;
    private const int MostWords = 8;

    private HeaderLabel _seen;
    private bool _hasAddress;

    /// <summary>How many kinds of fields there are.</summary>
    public int Count => BitOperations.PopCount((uint)(_seen & (HeaderLabel.From | HeaderLabel.Date | HeaderLabel.To | HeaderLabel.Subject)));

    /// <summary>
    /// Whether they are those of a mail: who wrote it, and at least two of when, to whom and about what. Where there is no address in any of them, it must
    /// say that it was sent, or when and about what.
    /// </summary>
    public bool AreOfMail => _seen.HasFlag(HeaderLabel.From) && Count >= 3
        && (_hasAddress ? (_seen & (HeaderLabel.Date | HeaderLabel.Subject)) != 0 : _seen.HasFlag(HeaderLabel.Date | HeaderLabel.Subject) || _seen.HasFlag(HeaderLabel.Sent));

    /// <param name="label">What the field is.</param>
    /// <param name="value">What stands behind its label.</param>
    /// <param name="next">The next line, which holds the value when there is none behind the label.</param>
    public void Add(HeaderLabel label, ReadOnlySpan<char> value, ReadOnlySpan<char> next)
    {
        if (value.IsEmpty && HeaderLabels.Kind(next) is HeaderLabel.None) value = next.Trim();

        // Windows Mail puts a mark of direction around every number.
        if (value.ContainsAny('\u200E', '\u200F')) value = value.ToString().Replace("\u200E", "", StringComparison.Ordinal).Replace("\u200F", "", StringComparison.Ordinal);
        var holds = label switch
        {
            HeaderLabel.From => LineShape.HasAddress(value) || IsName(value),
            HeaderLabel.Date or HeaderLabel.Sent => LineShape.HasDate(value) && LineShape.HasTime(value),
            HeaderLabel.To => value.IsEmpty || LineShape.HasAddress(value) || IsName(value),
            _ => true,
        };
        if (!holds) return;
        _seen |= label;
        _hasAddress |= label is HeaderLabel.From or HeaderLabel.To && LineShape.HasAddress(value);
    }

    // "18:00 UTC" and "kilometre 12" are none.
    private static bool IsName(ReadOnlySpan<char> value)
    {
        if (value.Length is 0 or > LongestName || value.ContainsAnyInRange('0', '9') || value.IndexOfAny(':', '?', '!') >= 0) return false;
        var words = 0;
        var isCapital = false;
        foreach (var range in value.Split(' '))
        {
            var word = value[range].TrimStart("\"'“„«(<[");
            if (word.IsEmpty) continue;
            words++;
            isCapital |= char.IsLetter(word[0]) && !char.IsLower(word[0]);
        }

        return isCapital && words <= MostWords;
    }
}

using System.Text;

namespace Soundoff.Transcripts;

/// <summary>A transcript as text to read.</summary>
public static class TranscriptText
{
    // About a paragraph; from here on the next end of a sentence ends it, and the second figure ends one without sentences.
    private const int Words = 60;
    private const int MostWords = 120;

    /// <summary>
    /// Joins timed cues into paragraphs: one speaker each, ended after about 60 words at the end of a sentence. A cue without a time is a paragraph
    /// already and stays one. Captions that roll up, where each cue repeats lines of the one before, are read once.
    /// </summary>
    public static IReadOnlyList<Passage> Passages(Transcript transcript)
    {
        var passages = new List<Passage>();
        var text = new StringBuilder();
        var lines = new List<PassageLine>();
        Cue? first = null;
        var words = 0;
        foreach (var cue in RollingCaptions.Once(transcript.Cues))
        {
            if (first is not null && (cue.Start is null || first.Start is null || cue.Speaker != first.Speaker || IsFull())) End();
            first ??= cue;
            words += Weight(cue.Text);
            var end = text.Length;
            Append(text, cue.Text);
            if (cue.Start is { } start && text.Length > end) lines.Add(new(start, text[end] == ' ' ? end + 1 : end));
        }

        if (first is not null) End();
        return passages;

        bool IsFull() => words >= MostWords || words >= Words && EndsSentence(text);

        void End()
        {
            passages.Add(new(first!.Start, first.Speaker, text.ToString()) { Lines = [.. lines] });
            text.Clear();
            lines.Clear();
            first = null;
            words = 0;
        }
    }

    /// <summary>A text of several lines on one.</summary>
    internal static string OneLine(string text)
    {
        if (!text.Contains('\n')) return text;
        var joined = new StringBuilder(text.Length);
        Append(joined, text);
        return joined.ToString();
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> more)
    {
        foreach (var range in more.Split('\n'))
        {
            var line = more[range].Trim();
            if (line.IsEmpty) continue;
            // Chinese and Japanese have no spaces between words, nor between lines.
            if (text.Length > 0 && !(IsUnspaced(text[^1]) && IsUnspaced(line[0]))) text.Append(' ');
            text.Append(line);
        }
    }

    // Han, kana, and the punctuation and full-width forms that go with them; Korean writes spaces.
    private static bool IsUnspaced(char sign) => sign is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';

    // Words, or for scripts that write none, what would take as long to say.
    private static int Weight(string text)
    {
        var spaces = 0;
        var unspaced = 0;
        foreach (var sign in text)
        {
            if (char.IsWhiteSpace(sign)) spaces++;
            else if (IsUnspaced(sign)) unspaced++;
        }

        return Math.Max(spaces + 1, Math.Max(unspaced / 2, text.Length / 10));
    }

    private static bool EndsSentence(StringBuilder text)
    {
        var last = text.Length - 1;
        while (last > 0 && text[last] is '"' or '\'' or '”' or '’' or '»' or '«' or ')' or ']' or '」' or '』') last--;
        return last >= 0 && text[last] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '۔' or '।' or '።';
    }
}

namespace Soundoff.Transcripts;

/// <summary>
/// Captions that roll up, as television and automatic captions have them: each cue shows the lines of the one before again, above a new one, or the same line
/// with more words. On a page everything would be said twice or three times.
/// </summary>
internal static class RollingCaptions
{
    /// <summary>The cues with each line once; as they are when they do not roll: people repeat themselves too.</summary>
    public static IReadOnlyList<Cue> Once(IReadOnlyList<Cue> cues)
    {
        var rolling = 0;
        for (var i = 1; i < cues.Count; i++)
            if (Fresh(cues[i - 1], cues[i]) is { Length: > 0 } fresh && fresh.Length < cues[i].Text.Length) rolling++;
        // One in three: between two cues with something new there is often one that only shows the last line alone.
        if (rolling < 2 || rolling * 3 < cues.Count - 1) return cues;

        var once = new List<Cue>(cues.Count) { cues[0] };
        for (var i = 1; i < cues.Count; i++)
            if (Fresh(cues[i - 1], cues[i]) is { Length: > 0 } fresh) once.Add(cues[i] with { Text = fresh });
        return once;
    }

    // What a cue has that was not shown just before.
    private static string Fresh(Cue before, Cue now)
    {
        if (before.Start is null || now.Start is null || before.Speaker != now.Speaker) return now.Text;
        var (shown, lines) = (before.Text.Split('\n'), now.Text.Split('\n'));
        for (var count = Math.Min(shown.Length, lines.Length); count > 0; count--)
        {
            if (!shown.AsSpan(shown.Length - count).SequenceEqual(lines.AsSpan(0, count))) continue;
            return string.Join('\n', lines[count..]);
        }

        // The same line with more words; its earlier lines may have rolled out.
        for (var from = 0; from < shown.Length; from++)
        {
            var text = string.Join('\n', shown[from..]);
            if (now.Text.Length > text.Length && now.Text.StartsWith(text, StringComparison.Ordinal) && char.IsWhiteSpace(now.Text[text.Length])) return now.Text[text.Length..].Trim();
        }

        return now.Text;
    }
}

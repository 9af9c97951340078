using System.Net;
using System.Text;

namespace Soundoff.Transcripts;

/// <summary>The text of a cue: its voices told apart, its markup removed, its entities decoded.</summary>
internal static class VttText
{
    /// <summary>One cue per voice; none when the text is empty.</summary>
    public static Cue[] Cues(string payload, TimeSpan start, TimeSpan end)
    {
        var cues = new List<Cue>();
        var text = new StringBuilder();
        string? speaker = null;
        var at = 0;
        while (at < payload.Length)
        {
            if (payload[at] == '<' && IsTag(payload, at))
            {
                var close = payload.IndexOf('>', at);
                if (close < 0)
                {
                    // No tag ends after this: the rest is text, and looking again from each "<" would be quadratic.
                    text.Append(payload, at, payload.Length - at);
                    break;
                }

                if (IsVoice(payload.AsSpan(at + 1, close - at - 1), out var name))
                {
                    Flush();
                    speaker = name;
                }

                at = close + 1;
                continue;
            }

            text.Append(payload[at++]);
        }

        Flush();
        return [.. cues];

        void Flush()
        {
            var said = Plain(text.ToString());
            text.Clear();
            if (said.Length > 0) cues.Add(new() { Start = start, End = end, Speaker = speaker, Text = said });
        }
    }

    /// <summary>Text without entities, spaces at the ends of lines, and empty lines.</summary>
    public static string Plain(string text) =>
        string.Join('\n', WebUtility.HtmlDecode(text).Replace('\u00A0', ' ').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    // "<" before anything but a name, a slash or a time stamp is only a sign that was not escaped.
    private static bool IsTag(string text, int at) => at + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[at + 1]) || text[at + 1] is '/' or '.');

    // <v Anna>, <v.loud.first Anna> and </v>, which ends the voice.
    private static bool IsVoice(ReadOnlySpan<char> tag, out string? name)
    {
        name = null;
        if (tag is "/v") return true;
        if (tag.IsEmpty || tag[0] != 'v' || tag.Length > 1 && tag[1] != '.' && !char.IsWhiteSpace(tag[1])) return false;
        var space = tag.IndexOfAny(' ', '\t', '\n');
        name = space < 0 ? null : Plain(tag[space..].ToString()).Replace('\n', ' ');
        if (name is "") name = null;
        return true;
    }
}

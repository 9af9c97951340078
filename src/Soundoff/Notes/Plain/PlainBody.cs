using System.Text;
using System.Text.RegularExpressions;
using Soundoff.Fields;
using Soundoff.Limits;

namespace Soundoff.Notes.Plain;

/// <summary>Escaped HTML paragraphs of plain ones, with links, the contact marker and network markers.</summary>
internal static partial class PlainBody
{
    private const int LongestInvitation = 20_000;

    /// <summary>The paragraphs as HTML, one per line; null when there are none.</summary>
    public static string? Html(IEnumerable<string> paragraphs)
    {
        var html = string.Join('\n', paragraphs.Select(p => $"<p>{Paragraph(p)}</p>"));
        return html.Length == 0 ? null : html;
    }

    private static string Paragraph(string text)
    {
        var marks = Contacts(text).Concat(Links(text)).Concat(NetworkWords(text)).OrderBy(m => m.Start);
        var html = new StringBuilder();
        var at = 0;
        foreach (var (start, length, put) in marks.Where(m => m.Length > 0))
        {
            if (start < at) continue;
            html.Append(Escaped(text[at..start])).Append(put);
            at = start + length;
        }

        return html.Append(Escaped(text[at..])).ToString();
    }

    private static IEnumerable<(int Start, int Length, string Put)> Contacts(string text) =>
        HiddenAddress.Traces(text).Select(trace => (trace.Start, trace.Length, BodyMarkers.Contact));

    private static IEnumerable<(int Start, int Length, string Put)> Links(string text)
    {
        foreach (Match match in Address().Matches(text))
        {
            var shown = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', '\'', '"', '’', '”', '»', '…', ']', '}');
            while (shown.EndsWith(')') && shown.Count(c => c == ')') > shown.Count(c => c == '(')) shown = shown[..^1].TrimEnd('.', ',');
            if (WebAddress.Read(shown) is { }) yield return (match.Index, shown.Length, $"<a href=\"{Escaped(shown).Replace("\"", "&quot;", StringComparison.Ordinal)}\">{Escaped(shown)}</a>");
        }
    }

    // Only an invitation links: an article about Facebook keeps its words. An invitation is short.
    private static IEnumerable<(int Start, int Length, string Put)> NetworkWords(string text) =>
        from Match invitation in Invitation().Matches(text.Length > LongestInvitation ? "" : text)
        from Match word in NetworkWord().Matches(invitation.Groups["places"].Value)
        let start = invitation.Groups["places"].Index + word.Groups["name"].Index
        select (start, word.Groups["name"].Length, BodyMarkers.NetworkOpen(Networks.Word(word.Groups["name"].Value)) + Escaped(word.Groups["name"].Value) + BodyMarkers.NetworkClose);

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex(@"https?://[^\s<>""“”]+", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:(?:find|like|follow|join|visit|reach|catch|message|contact|tag|tweet|watch|write(?: to)?|talk to|connect with|get in touch with|keep up with|subscribe to|listen to|check out)\s+(?:us|our|the\s+(?:show|programme|program|podcast))|we(?:['’]re| are)(?: also)?|(?:the\s+)?(?:show|podcast|programme|program) is(?: also)?|(?:join|continue|follow) the (?:conversation|discussion|debate|talk)|look for (?:us|our)|share your (?:thoughts|views|opinions?|stories)|get in touch|tell us|let us know|leave (?:us )?(?:a|your) (?:comment|message|thoughts)s?)\b(?<places>[^.!?\[\]]{0,200}?\b(?:on|via|at|through|by|our|or)\b[^.!?]{0,200})", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Invitation();

    [GeneratedRegex(@"(?<![\p{L}\p{N}/@.])(?<name>(?i:twitter/x|x/twitter|facebook|twitter|instagram|youtube|telegram|tiktok|linkedin|mastodon|bluesky|soundcloud|spotify|whatsapp|vkontakte|apple podcasts|itunes)|VK|Threads|X)(?![\p{L}\p{N}@]|\.\p{L}|-)", RegexOptions.CultureInvariant, Patterns.TimeLimit)]
    [ProvedLinear("It repeats nothing: at each place it reads at most the letters of the longest name and two more.")]
    private static partial Regex NetworkWord();
}

using MimeKit;

namespace Soundoff.Mail.Reading;

/// <summary>Chooses between the forms of one text and gives its lines.</summary>
internal static class BodyLines
{
    // A plain form of so many characters is a letter, whatever it says.
    private const int LongestStub = 500;

    /// <summary>The lines; what old programs write into the text itself as files, and what is no text, is put with the files.</summary>
    public static List<MailLine> Of(Body body, List<MimeEntity> files, Repairs repairs)
    {
        var plain = Text(body.Plain, files, repairs);
        if (plain is not null && LooksLikeHtml(plain)) return HtmlText.Lines(plain);
        if (plain is null) return Text(body.Html, files, repairs) is { } only ? HtmlText.Lines(only) : [];
        var lines = PlainLines.Of(plain);
        if (body.Html is not null && plain.AsSpan().Trim().Length <= LongestStub && (string.IsNullOrWhiteSpace(plain) || StubWords.MaySpeak(plain)))
        {
            var html = HtmlText.Lines(PartText.Decode(body.Html, repairs));
            if (IsStubOf(plain, lines, html))
            {
                if (!string.IsNullOrWhiteSpace(plain)) repairs.Add("The plain text only says that there is more; the letter was taken from the HTML.");
                return html;
            }
        }

        var content = UuencodedFiles.Take(ArmoredText.Content(plain, repairs), files);
        return ReferenceEquals(content, plain) ? lines : PlainLines.Of(content);
    }

    private static string? Text(TextPart? part, List<MimeEntity> files, Repairs repairs)
    {
        if (part is null) return null;
        var own = new Repairs();
        var text = PartText.Decode(part, own);
        if (!UnreadableText.Is(text))
        {
            foreach (var repair in own.Sentences) repairs.Add(repair);
            return part.IsEnriched ? EnrichedText.Plain(text) : text;
        }

        repairs.Add("The text is none that can be read; it is kept as a file.");
        files.Add(part);
        return null;
    }

    // "This message needs an HTML viewer": less than a letter, and about HTML. The forms of one letter have their words in common.
    private static bool IsStubOf(string plain, List<MailLine> lines, List<MailLine> html)
    {
        if (!html.Exists(line => !line.IsBlank)) return false;
        return !SameWords.MostlyIn(lines, html) || (StubWords.Speak(plain) && JoinedLines.Of(html).Length > plain.AsSpan().Trim().Length);
    }

    private static bool LooksLikeHtml(string plain)
    {
        var start = plain.AsSpan().TrimStart();
        if (start.IsEmpty || start[0] != '<') return false;
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith("<div", StringComparison.OrdinalIgnoreCase) && plain.Contains("</div>", StringComparison.OrdinalIgnoreCase))
            || (start.StartsWith("<p>", StringComparison.OrdinalIgnoreCase) && plain.Contains("</p>", StringComparison.OrdinalIgnoreCase));
    }
}

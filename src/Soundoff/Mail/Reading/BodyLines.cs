using MimeKit;

namespace Soundoff.Mail.Reading;

/// <summary>Chooses between the forms of one text and gives its lines.</summary>
internal static class BodyLines
{
    // A plain form of so many characters is a letter, whatever it says.
    private const int LongestStub = 500;

    /// <summary>The lines; files that old programs write into the text itself are put with the others.</summary>
    public static List<MailLine> Of(Body body, List<MimeEntity> files, Repairs repairs)
    {
        var plain = body.Plain is null ? null : PartText.Decode(body.Plain, repairs);
        if (plain is not null && LooksLikeHtml(plain)) return HtmlText.Lines(plain);
        if (plain is null) return body.Html is null ? [] : HtmlText.Lines(PartText.Decode(body.Html, repairs));
        if (body.Html is not null && IsStub(plain))
        {
            var lines = HtmlText.Lines(PartText.Decode(body.Html, repairs));
            if (JoinedLines.Of(lines).Length > plain.Trim().Length)
            {
                if (!string.IsNullOrWhiteSpace(plain)) repairs.Add("The plain text only says that there is more; the letter was taken from the HTML.");
                return lines;
            }
        }

        return PlainLines.Of(UuencodedFiles.Take(ArmoredText.Content(plain, repairs), files));
    }

    // "This message needs an HTML viewer": less than a letter, and about HTML.
    private static bool IsStub(string plain)
    {
        var text = plain.AsSpan().Trim();
        return text.Length <= LongestStub && (text.IsEmpty || StubWords.Speak(text));
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

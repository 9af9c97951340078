using MimeKit.Text;

namespace Soundoff.Mail.Reading;

/// <summary>What stands for a picture in plain text.</summary>
internal static class HtmlPicture
{
    private const int LongestEmoji = 12;

    /// <summary>
    /// An emoji that a program made a picture of; in brackets what a picture from elsewhere shows. Nothing for pictures sent along, which are attachments, and
    /// nothing for pixels.
    /// </summary>
    public static string? Text(HtmlTagToken picture)
    {
        if (HtmlStyle.Of(picture) is { IsRemoved: true } or { IsInvisible: true } || IsPixel(picture)) return null;
        var shown = HtmlQuotes.Attribute(picture, HtmlAttributeId.Alt)?.Trim();
        if (string.IsNullOrEmpty(shown)) return null;
        if (shown.Length <= LongestEmoji && !shown.AsSpan().ContainsAnyInRange('\u0021', '\u02FF')) return shown;
        var source = HtmlQuotes.Attribute(picture, HtmlAttributeId.Src);
        return source is not null && source.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? $"[{HeaderText.OneLine(shown, 200)}]" : null;
    }

    private static bool IsPixel(HtmlTagToken picture) => IsOne(HtmlQuotes.Attribute(picture, HtmlAttributeId.Width)) && IsOne(HtmlQuotes.Attribute(picture, HtmlAttributeId.Height));

    private static bool IsOne(string? size) => size is not null && size.Trim().TrimEnd('p', 'x', 'P', 'X') is "0" or "1";
}

using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Visiting;

/// <summary>An HTTP answer, whatever server gives it.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The content.</param>
/// <param name="Type">Its media type, with the charset of texts.</param>
/// <param name="Headers">All other header fields.</param>
public sealed record WebAnswer(int Status, byte[] Body, string Type, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    // What opens behind a token is for nobody's cache, list or log.
    private static readonly KeyValuePair<string, string>[] Private =
    [
        new("Cache-Control", "no-store"), new("Referrer-Policy", "no-referrer"), new("X-Content-Type-Options", "nosniff"), new("X-Robots-Tag", "noindex, nofollow"),
    ];

    /// <summary>A page.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="html">The page as UTF-8.</param>
    /// <param name="site">Where style, pictures and scripts are.</param>
    /// <param name="runsScript">Whether a script of ours runs in it.</param>
    internal static WebAnswer Page(int status, byte[] html, Uri site, bool runsScript = false)
    {
        var origin = site.GetLeftPart(UriPartial.Authority);
        return new(status, html, "text/html; charset=utf-8",
        [
            .. Private,
            new("Content-Security-Policy", $"default-src 'none'; img-src 'self' {origin}; media-src 'self'; style-src {origin}; {(runsScript ? $"script-src {origin}; " : "")}form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
        ]);
    }

    /// <summary>The page is elsewhere.</summary>
    /// <param name="address">Where, from here.</param>
    internal static WebAnswer Moved(string address) => new(303, [], "text/plain", [.. Private, new("Location", address)]);

    /// <summary>The same with a header field more.</summary>
    internal WebAnswer With(KeyValuePair<string, string> header) => this with { Headers = [.. Headers, header] };

    /// <summary>A file that came with a letter. Sound and pictures play in place; everything else is saved, not run.</summary>
    internal static WebAnswer File(MailAttachment file, byte[] content)
    {
        var shown = IsPlayed(file) || IsPicture(file);
        return new(200, content, shown ? file.Type : "application/octet-stream",
        [
            .. Private,
            new("Content-Disposition", $"{(shown ? "inline" : "attachment")}; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}"),
            // Whatever a browser takes it for, it runs nothing and reaches nobody.
            new("Content-Security-Policy", "default-src 'none'; media-src 'self'; sandbox; frame-ancestors 'none'"),
        ]);
    }

    /// <summary>Whether hosts can hear it on the page.</summary>
    internal static bool IsPlayed(MailAttachment file) => file.Handling == AttachmentHandling.Shown && file.Type.StartsWith("audio/", StringComparison.Ordinal);

    /// <summary>Whether hosts can see it on the page. A drawing (SVG) can hold programs and is none of these.</summary>
    internal static bool IsPicture(MailAttachment file) => file is { Handling: AttachmentHandling.Shown, Type: "image/jpeg" or "image/png" or "image/gif" or "image/webp" };
}

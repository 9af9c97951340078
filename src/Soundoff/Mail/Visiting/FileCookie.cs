using Microsoft.Net.Http.Headers;
using Soundoff.Mail.Receiving;
using Soundoff.Site;

namespace Soundoff.Mail.Visiting;

/// <summary>Opens the files of a letter to the browser that shows its page: their addresses stand in logs, and hold no token.</summary>
internal static class FileCookie
{
    private const string Name = "letter";

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>The header field that gives it to a browser: for this letter's files alone.</summary>
    public static KeyValuePair<string, string> Set(ApiUrls urls, string letter, string token) => new(HeaderNames.SetCookie, new SetCookieHeaderValue(Name, token)
    {
        Path = urls.LetterFiles(letter),
        MaxAge = Life,
        HttpOnly = true,
        Secure = urls.Base.Scheme == Uri.UriSchemeHttps,
        SameSite = SameSiteMode.Strict,
    }.ToString());

    /// <summary>The token that a browser brings; empty when it brings none.</summary>
    public static string Of(InboundRequest request) =>
        request.Header(HeaderNames.Cookie) is { } sent && CookieHeaderValue.TryParseList([sent], out var cookies) ? cookies.FirstOrDefault(c => c.Name == Name)?.Value.ToString() ?? "" : "";
}

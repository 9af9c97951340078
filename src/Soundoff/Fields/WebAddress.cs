using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Fields;

/// <summary>Reads addresses of web pages.</summary>
internal static partial class WebAddress
{
    /// <summary>An http or https address; one without a scheme but with a domain is https. Null when the text is neither.</summary>
    public static Uri? Read(string text)
    {
        var trimmed = text.Trim();
        if (Domain().IsMatch(trimmed)) trimmed = "https://" + trimmed;
        return Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 && !trimmed.Any(char.IsWhiteSpace) && uri.UserInfo.Length == 0
            ? new Uri(uri.AbsoluteUri)
            : null;
    }

    [GeneratedRegex(@"^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:\p{L}{2,}|xn--[a-z0-9-]+)(?::[0-9]{1,5})?(?:[/?#]\S*)?$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Domain();
}

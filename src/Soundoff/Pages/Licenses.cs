using System.Text.RegularExpressions;
using Soundoff.Limits;
using Soundoff.Pages.Views;

namespace Soundoff.Pages;

/// <summary>Finds the text of a licence: Creative Commons by their SPDX identifiers, anything else by its own address.</summary>
internal static partial class Licenses
{
    public static LicenseView? Of(string? license)
    {
        if (string.IsNullOrWhiteSpace(license)) return null;
        if (Uri.TryCreate(license, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return new(address.Host, address.AbsoluteUri);
        if (license.Equals("CC0-1.0", StringComparison.OrdinalIgnoreCase)) return new(license, "https://creativecommons.org/publicdomain/zero/1.0/");
        var commons = Commons().Match(license);
        return new(license, commons.Success ? $"https://creativecommons.org/licenses/{commons.Groups[1].Value.ToLowerInvariant()}/{commons.Groups[2].Value}/" : null);
    }

    [GeneratedRegex("^CC-(BY(?:-NC)?(?:-SA|-ND)?)-([1-4]\\.[05])$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Commons();
}

using System.Globalization;

namespace Soundoff.Mail.Sorting.Proof;

/// <summary>
/// The Public Suffix List: below which names anybody may have one of their own, at registries (<c>co.uk</c>) and at companies (<c>github.io</c>). The file beside this one is
/// the list of 19 August 2026 as https://publicsuffix.org/list/ publishes it, under the Mozilla Public License 2.0; a newer one takes its place as it is.
/// </summary>
internal static class PublicSuffixList
{
    private const string Resource = "Soundoff.PublicSuffixes.dat";

    // Microsoft gives a name below it to whoever asks, and mail comes from there; the list of that day does not have it.
    private static readonly string[] Missing = ["onmicrosoft.com"];

    private static readonly IdnMapping Names = new();

    private static readonly Lazy<HashSet<string>> Rules = new(Read);

    /// <summary>How many labels at a name's end are a public suffix: at least one.</summary>
    /// <param name="labels">The name's, the outermost last, in lower case and ASCII.</param>
    public static int LengthIn(ReadOnlySpan<string> labels)
    {
        // The longest rule decides, an exception before all others, and where there is none the last label alone is a suffix.
        for (var length = labels.Length; length > 0; length--)
        {
            var name = string.Join('.', labels[^length..]!);
            if (Rules.Value.Contains("!" + name)) return length - 1;
            if (Rules.Value.Contains(name)) return length;
            if (length > 1 && Rules.Value.Contains("*." + string.Join('.', labels[^(length - 1)..]!))) return length;
        }

        return 1;
    }

    /// <summary>A name as rules and names are compared: lower case, in ASCII (RFC 5890).</summary>
    public static string Normal(string name)
    {
        var bare = name.Trim(' ', '.', '@').ToLowerInvariant();
        try
        {
            return System.Text.Ascii.IsValid(bare) ? bare : Names.GetAscii(bare);
        }
        catch (ArgumentException)
        {
            return bare;
        }
    }

    private static HashSet<string> Read()
    {
        using var list = new StreamReader(typeof(PublicSuffixList).Assembly.GetManifestResourceStream(Resource)!);
        var rules = new HashSet<string>(Missing, StringComparer.Ordinal);
        while (list.ReadLine() is { } line)
        {
            // A rule ends at the first space; what begins with two slashes says something of the rules.
            var rule = line.Split([' ', '\t'], 2)[0];
            if (rule.Length == 0 || rule.StartsWith("//", StringComparison.Ordinal)) continue;
            var mark = rule.StartsWith("*.", StringComparison.Ordinal) ? "*." : rule[0] == '!' ? "!" : "";
            rules.Add(mark + Normal(rule[mark.Length..]));
        }

        return rules;
    }
}

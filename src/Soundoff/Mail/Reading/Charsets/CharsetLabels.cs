using System.Collections.Frozen;
using System.Text;

namespace Soundoff.Mail.Reading;

/// <summary>Finds the charset that a label means: all labels of the WHATWG Encoding standard, those that mail programs made up besides, and what .NET knows.</summary>
internal static class CharsetLabels
{
    // The web refuses these (section 14.1 of the standard calls them "replacement"), and mail was written in them: read as what they say.
    private const string Refused = "replacement";

    // It says that its user has defined it, and not as what: so it names none.
    private const string Undefined = "x-user-defined";

    // .NET's name, where it is another than the standard's.
    private static readonly Dictionary<string, string> Native = new(StringComparer.OrdinalIgnoreCase) { ["GBK"] = "gb18030", ["EUC-KR"] = "ks_c_5601-1987", ["Big5"] = "big5" };

    // Names that mail programs made up, and the label that is meant.
    private static readonly Dictionary<string, string> MadeUp = new(StringComparer.OrdinalIgnoreCase)
    {
        ["latin-1"] = "latin1",
        ["8859_1"] = "latin1",
        ["cp-1252"] = "cp1252",
        ["win-1252"] = "cp1252",
        ["ansi"] = "cp1252",
        ["cp-1250"] = "cp1250",
        ["win-1250"] = "cp1250",
        ["cp-1251"] = "cp1251",
        ["win-1251"] = "cp1251",
        ["koi8r"] = "koi8-r",
        ["koi8u"] = "koi8-u",
        ["cp932"] = "shift_jis",
        ["ms932"] = "shift_jis",
        ["shift-jisx0213"] = "shift_jis",
        ["cp51932"] = "euc-jp",
        ["eucjp"] = "euc-jp",
        ["iso-2022-jp-1"] = "iso-2022-jp",
        ["iso-2022-jp-2"] = "iso-2022-jp",
        ["iso-2022-jp-ms"] = "iso-2022-jp",
        ["cp50220"] = "iso-2022-jp",
        ["cp949"] = "euc-kr",
        ["uhc"] = "euc-kr",
        ["euckr"] = "euc-kr",
        ["cp936"] = "gbk",
        ["gb-2312"] = "gbk",
        ["euc-cn"] = "gbk",
        ["cp950"] = "big5",
        ["utf-8mb4"] = "utf-8",
        ["utf8mb4"] = "utf-8",
        ["utf_8"] = "utf-8",
        ["iso-8859-8-e"] = "iso-8859-8",
    };

    private static readonly FrozenDictionary<string, Encoding?> ByLabel = Charset.All
        .SelectMany(charset => charset.Labels.Split(' ').Select(label => (label, Encoding: charset.Name == Refused ? Known(label.StartsWith("iso-2022-cn", StringComparison.Ordinal) ? "x-cp50227" : label) : Of(charset))))
        .ToFrozenDictionary(found => found.label, found => found.Encoding, StringComparer.OrdinalIgnoreCase);

    /// <summary>The charset; null when the label names none that can be read.</summary>
    public static Encoding? Find(string label)
    {
        if (label.Equals("utf-7", StringComparison.OrdinalIgnoreCase) || label.Equals("unicode-1-1-utf-7", StringComparison.OrdinalIgnoreCase)) return Utf7.Encoding;
        label = MadeUp.GetValueOrDefault(label, label);
        return ByLabel.TryGetValue(label, out var encoding) ? encoding : Known(label);
    }

    /// <summary>Whether the label says that no charset is named.</summary>
    public static bool NamesNone(string label) => label.Length == 0 || label.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) || label.Equals(Undefined, StringComparison.OrdinalIgnoreCase);

    private static Encoding? Of(Charset charset) => charset switch
    {
        { High: { } high } => new SingleByteEncoding(charset.Name.ToLowerInvariant(), high),
        { Name: "UTF-8" } => Encoding.UTF8,
        { Name: Undefined } => null,
        _ => Known(Native.GetValueOrDefault(charset.Name, charset.Name)),
    };

    private static Encoding? Known(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}

using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;

namespace Soundoff.Cli.Import.Reading;

/// <summary>
/// Makes well-formed XML of what is nearly so, in one pass: bare ampersands, HTML's entities, tags that are not closed or cross, attributes without quotation marks, prefixes that nobody
/// declared, control characters, a document that breaks off. What no reader needs is left out: comments, instructions, a document type and all that it would expand.
/// </summary>
internal sealed class MendedXml
{
    // Beyond it a tag is passed over; its text stays.
    private const int Deepest = 64;
    private const int LongestTag = 64 * 1024;

    // In most broken feeds the prefixes' declarations are what is missing.
    private static readonly (string Prefix, string Space)[] Usual =
    [
        ("itunes", Tags.Itunes), ("podcast", Tags.Podcast), ("content", Tags.Content), ("atom", Tags.Atom), ("dc", Tags.Dublin), ("psc", Tags.Psc), ("media", Tags.Media),
        ("googleplay", Tags.GooglePlay), ("rdf", Tags.Rdf), ("fh", Tags.History),
    ];

    private readonly string _text;
    private readonly TextWriter _mended;
    private readonly List<string> _open = [];
    private readonly HashSet<string> _prefixes = new(["xml"], StringComparer.Ordinal);
    private int _at;

    // From here on no CDATA ends: it is not looked for again and again.
    private int _lastDataEnd = int.MaxValue;

    private MendedXml(string text, TextWriter mended) => (_text, _mended) = (text, mended);

    /// <summary>Mends a document.</summary>
    /// <param name="text">As it is.</param>
    /// <param name="mended">Takes what is well-formed.</param>
    public static void Write(string text, TextWriter mended) => new MendedXml(text, mended).Run();

    private void Run()
    {
        while (_at < _text.Length)
        {
            var mark = _text.IndexOf('<', _at);
            if (mark < 0) mark = _text.Length;
            if (mark > _at) Words(WebUtility.HtmlDecode(_text[_at..mark]));
            _at = mark;
            if (_at == _text.Length) break;
            if (Skip("<!--", "-->") || Skip("<?", "?>")) continue;
            if (Starts("<![CDATA[")) Data();
            else if (Starts("<!")) DocumentType();
            else if (Starts("</")) EndTag();
            else if (_at + 1 < _text.Length && IsNameStart(_text[_at + 1])) StartTag();
            else
            {
                Words("<");
                _at++;
            }
        }

        CloseTo(0);
    }

    private bool Starts(string mark) => string.CompareOrdinal(_text, _at, mark, 0, mark.Length) == 0;

    private bool Skip(string mark, string end)
    {
        if (!Starts(mark)) return false;
        var close = _text.IndexOf(end, _at + mark.Length, StringComparison.Ordinal);
        _at = close < 0 ? _text.Length : close + end.Length;
        return true;
    }

    private void Data()
    {
        var from = _at + "<![CDATA[".Length;
        var close = from < _lastDataEnd ? _text.IndexOf("]]>", from, StringComparison.Ordinal) : -1;
        if (close < 0) _lastDataEnd = Math.Min(_lastDataEnd, from);
        // One that is never closed ends where its element does.
        var end = close >= 0 ? close : _open is [.., var name] && _text.IndexOf("</" + name, from, StringComparison.Ordinal) is >= 0 and var tag ? tag : _text.Length;
        Words(_text[from..end]);
        _at = close >= 0 ? end + 3 : end;
    }

    // Its own declarations stand in brackets; whatever they would expand to is unknown then, and stays as it is written.
    private void DocumentType()
    {
        var end = _text.IndexOf('>', _at);
        if (end >= 0 && _text.IndexOf('[', _at, end - _at) is >= 0 and var bracket)
        {
            var close = _text.IndexOf(']', bracket);
            end = close < 0 ? -1 : _text.IndexOf('>', close);
        }

        _at = end < 0 ? _text.Length : end + 1;
    }

    private void EndTag()
    {
        var end = _text.IndexOf('>', _at);
        if (end < 0) end = _text.Length;
        var name = Name(_text[(_at + 2)..Math.Min(end, _at + 2 + 256)].Trim());
        _at = Math.Min(end + 1, _text.Length);
        var open = _open.LastIndexOf(name);
        if (open >= 0) CloseTo(open);
    }

    private void StartTag()
    {
        var from = _at + 1;
        var end = from;
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]) && _text[end] is not ('>' or '/' or '<')) end++;
        var name = Name(_text[from..Math.Min(end, from + 256)]);
        _at = end;
        var attributes = Attributes(out var isEmpty);
        // An item within an item: the one before was never closed.
        if (name is "item" or "entry" && _open.LastIndexOf(name) is >= 0 and var before) CloseTo(before);
        if (_open.Count >= Deepest || name.Length == 0) return;
        WriteTag(name, attributes);
        if (isEmpty) _mended.Write("/>");
        else
        {
            _mended.Write('>');
            _open.Add(name);
        }
    }

    private List<(string Name, string Value)> Attributes(out bool isEmpty)
    {
        var found = new List<(string Name, string Value)>();
        var limit = Math.Min(_text.Length, _at + LongestTag);
        isEmpty = false;
        while (_at < limit && _text[_at] is not ('>' or '<'))
        {
            if (!IsNameStart(_text[_at]))
            {
                isEmpty = _text[_at] == '/';
                _at++;
                continue;
            }

            isEmpty = false;
            var from = _at;
            while (_at < limit && (IsNamePart(_text[_at]) || _text[_at] == ':')) _at++;
            var name = Name(_text[from.._at]);
            while (_at < limit && char.IsWhiteSpace(_text[_at])) _at++;
            if (_at >= limit || _text[_at] != '=') continue;
            _at++;
            while (_at < limit && char.IsWhiteSpace(_text[_at])) _at++;
            var value = Value(limit);
            if (found.TrueForAll(other => other.Name != name)) found.Add((name, value));
        }

        if (_at < _text.Length && _text[_at] == '>') _at++;
        return found;
    }

    private string Value(int limit)
    {
        if (_at < limit && _text[_at] is '"' or '\'')
        {
            var close = _text.IndexOf(_text[_at], _at + 1, limit - _at - 1);
            if (close > 0)
            {
                var quoted = _text[(_at + 1)..close];
                _at = close + 1;
                return WebUtility.HtmlDecode(quoted);
            }
        }

        var from = _at;
        while (_at < limit && !char.IsWhiteSpace(_text[_at]) && _text[_at] != '>') _at++;
        return WebUtility.HtmlDecode(_text[from.._at].Trim('"', '\''));
    }

    private void WriteTag(string name, List<(string Name, string Value)> attributes)
    {
        var isRoot = _open.Count == 0;
        if (isRoot) attributes.AddRange(Usual.Select(usual => (Name: "xmlns:" + usual.Prefix, Value: usual.Space)).Where(usual => attributes.TrueForAll(other => other.Name != usual.Name)));
        foreach (var (declared, value) in attributes)
            if (declared.StartsWith("xmlns:", StringComparison.Ordinal) && value.Length > 0) _prefixes.Add(declared["xmlns:".Length..]);
        _mended.Write('<');
        _mended.Write(name);
        foreach (var prefix in new[] { name }.Concat(attributes.Select(a => a.Name)).Select(Prefix).OfType<string>().Where(prefix => prefix != "xmlns" && _prefixes.Add(prefix)).ToList())
            attributes.Add(("xmlns:" + prefix, "unknown:" + prefix));
        foreach (var (attribute, value) in attributes)
        {
            // A declaration of nothing undeclares a prefix, which XML 1.0 does not allow.
            if (value.Length == 0 && attribute.StartsWith("xmlns:", StringComparison.Ordinal)) continue;
            _mended.Write($" {attribute}=\"{Escaped(value)}\"");
        }
    }

    private static string? Prefix(string name) => name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? name[..colon] : null;

    private void CloseTo(int count)
    {
        for (var i = _open.Count - 1; i >= count; i--) _mended.Write($"</{_open[i]}>");
        _open.RemoveRange(count, _open.Count - count);
    }

    private void Words(string words)
    {
        // Nothing but tags may stand outside of the document's element.
        if (_open.Count > 0) _mended.Write(Escaped(words));
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) escaped.Append(c).Append(text[++i]);
            else if (!XmlConvert.IsXmlChar(c)) continue;
            else
            {
                escaped.Append(c switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    _ => c.ToString(CultureInfo.InvariantCulture),
                });
            }
        }

        return escaped.ToString();
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsNamePart(char c) => XmlConvert.IsNCNameChar(c);

    // One colon at most, and a letter after it.
    private static string Name(string name)
    {
        var parts = name.Split(':');
        var clean = parts.Select(part => string.Concat(part.Where(IsNamePart)).TrimStart('-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9')).Where(part => part.Length > 0).ToList();
        return clean.Count <= 2 ? string.Join(':', clean) : $"{clean[0]}:{string.Concat(clean.Skip(1))}";
    }
}

using System.Globalization;
using System.Text;

namespace Soundoff.Mail.Reading;

/// <summary>A link whose text is being written.</summary>
/// <param name="Target">Where it leads.</param>
/// <param name="Line">The line it began in.</param>
/// <param name="At">Where in that line.</param>
internal sealed record HtmlLink(string Target, int Line, int At);

/// <summary>Lays text out in lines: folds white space, marks quotations and list items.</summary>
internal sealed class HtmlLines
{
    private const int MostQuotes = 20;

    private readonly List<MailLine> _lines = [];
    private readonly StringBuilder _line = new();
    private readonly Stack<int?> _lists = [];
    private bool _space;
    private bool _blank;
    private bool _held;

    /// <summary>Quotations around what comes.</summary>
    public int Depth { get; set; }

    /// <summary>Whether what comes is quoted mail or a signature.</summary>
    public bool IsCut { get; set; }

    /// <summary>How the white space in what comes is laid out.</summary>
    public HtmlSpace WhiteSpace { get; set; }

    public void Write(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var odd = WhiteSpace is HtmlSpace.Kept ? 0 : text.IndexOfAny(Signs.NotOfWords);
            if (odd < 0) odd = text.Length;
            Words(text[..odd]);
            if (odd == text.Length) return;
            Odd(text[odd]);
            text = text[(odd + 1)..];
        }
    }

    /// <summary>Ends the line; an empty one is a blank line.</summary>
    public void Break()
    {
        if (_line.Length == 0) Blank();
        Flush();
    }

    /// <summary>One: begins a new line if anything stands in this one. Two: leaves a blank line as well, before the next text.</summary>
    public void Space(int gap)
    {
        if (gap == 0) return;
        Flush();
        if (gap > 1) _blank = true;
    }

    public void Rule()
    {
        Flush();
        Write("---");
        Flush();
    }

    public void Cell()
    {
        if (_line.Length > 0) _space = true;
    }

    public void StartList(bool isNumbered, string? first)
    {
        int? number = isNumbered ? int.TryParse(first, NumberStyles.Integer, CultureInfo.InvariantCulture, out var start) ? Math.Clamp(start, 0, 100_000) : 1 : null;
        _lists.Push(number);
    }

    public void EndList() => _lists.TryPop(out _);

    public void StartItem()
    {
        Flush();
        if (!_lists.TryPop(out var number))
        {
            Write("- ");
            return;
        }

        for (var i = 0; i < Math.Min(_lists.Count, MostQuotes); i++) _line.Append("  ");
        _line.Append(number is { } n ? $"{n.ToString(CultureInfo.InvariantCulture)}. " : "- ");
        _lists.Push(number + 1);
    }

    /// <summary>Null for links that lead nowhere outside the message.</summary>
    public HtmlLink? StartLink(string? target)
    {
        target = target?.Trim();
        return target is { Length: <= 2000 } && (target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            ? new(target, _lines.Count, _line.Length)
            : null;
    }

    /// <summary>Adds the target in angle brackets (RFC 3986 appendix C), unless the link's text is the target already or is nothing.</summary>
    public void EndLink(HtmlLink link)
    {
        var text = link.Line == _lines.Count ? _line.ToString(Math.Min(link.At, _line.Length), Math.Max(0, _line.Length - link.At)).Trim() : null;
        if (text is "" || (text is not null && Shown(text).StartsWith(Shown(link.Target), StringComparison.OrdinalIgnoreCase))) return;
        if (_line.Length > 0) _line.Append(" <").Append(link.Target).Append('>');
        else if (_lines.Count > link.Line && _lines.Count > 0) _lines[^1] = _lines[^1] with { Slice = $"{_lines[^1].Text} <{link.Target}>".AsMemory() };
    }

    public List<MailLine> Done()
    {
        Flush();
        return _lines;
    }

    private static string Shown(string address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        return address[(scheme < 0 ? 0 : scheme + 3)..].TrimEnd('/');
    }

    // Words and the spaces between them: those that stand one space apart are added as they are.
    private void Words(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var rest = text.TrimStart(' ');
            _space |= rest.Length < text.Length;
            if (rest.IsEmpty) return;
            var gap = rest.IndexOf("  ");
            var words = (gap < 0 ? rest : rest[..gap]).TrimEnd(' ');
            Part();
            _line.Append(words);
            text = rest[words.Length..];
        }
    }

    private void Odd(char sign)
    {
        if (WhiteSpace is not HtmlSpace.Folded && sign is '\n') Break();
        else if (WhiteSpace is HtmlSpace.Kept && sign is '\t') Sign(' ');
        else if (WhiteSpace is not HtmlSpace.Kept && (sign is ' ' or '\n' or '\r' or '\t' or '\f')) _space = true;
        else if (!char.IsControl(sign) && !Signs.IsUnwanted(sign)) Sign(sign == '\u00A0' ? ' ' : sign);
    }

    private void Sign(char sign)
    {
        if (_line.Length == 0 && sign == ' ' && WhiteSpace is not HtmlSpace.Kept)
        {
            // A space that does not break holds a line open: so programs write blank ones.
            _held = true;
            return;
        }

        Part();
        _line.Append(sign);
    }

    // Puts the space that is due between two words.
    private void Part()
    {
        if (_space && _line.Length > 0 && _line[^1] != ' ') _line.Append(' ');
        _space = false;
    }

    private void Blank()
    {
        _lines.Add(new(Prefix.TrimEnd().AsMemory(), IsCut));
        (_blank, _space, _held) = (false, false, false);
    }

    private void Flush()
    {
        if (_line.Length == 0 && _held) Blank();
        if (_line.Length == 0) return;
        if (_blank && _lines.Count > 0 && !_lines[^1].IsBlank) _lines.Add(new(default, IsCut));
        _blank = false;
        var text = _line.ToString().TrimEnd();
        if (text is "--" && (_space || _line.Length > 2)) text = "-- ";
        _line.Clear();
        (_space, _held) = (false, false);
        _lines.Add(new((Prefix + text).AsMemory(), IsCut));
    }

    private string Prefix => Depth == 0 ? "" : Depth == 1 ? "> " : new string('>', Math.Min(Depth, MostQuotes)) + " ";
}

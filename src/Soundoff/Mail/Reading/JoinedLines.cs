using System.Buffers;

namespace Soundoff.Mail.Reading;

/// <summary>Lines on their way to be one text: blank ones at both ends and in long rows are left out.</summary>
/// <param name="lines">All lines that may be added.</param>
internal sealed class JoinedLines(List<MailLine> lines) : IDisposable
{
    // Blank lines in a row beyond this say nothing.
    private const int MostBlank = 2;

    private readonly char[] _text = ArrayPool<char>.Shared.Rent(Room(lines));
    private int _length;
    private int _blank;
    private bool _skipped;

    /// <summary>All of them as one text.</summary>
    public static string Of(List<MailLine> lines)
    {
        using var joined = new JoinedLines(lines);
        foreach (var line in lines) joined.Add(line);
        return joined.ToString();
    }

    public void Add(MailLine line)
    {
        // The mark of a signature ends here as other lines do.
        var text = line.Text.TrimEnd();
        if (text.IsEmpty) AddBlank();
        else Add(text);
    }

    /// <summary>Lines were left out here: if no blank line stands before or after them, one takes their place.</summary>
    public void Skip() => _skipped = true;

    public override string ToString() => new(_text.AsSpan(0, _length));

    public void Dispose() => ArrayPool<char>.Shared.Return(_text);

    private void AddBlank()
    {
        if (_skipped && _blank > 0) return;
        _blank++;
        _skipped = false;
    }

    private void Add(ReadOnlySpan<char> text)
    {
        if (_skipped && _blank == 0) _blank = 1;
        var ends = _length == 0 ? 0 : 1 + Math.Min(_blank, MostBlank);
        _text.AsSpan(_length, ends).Fill('\n');
        text.CopyTo(_text.AsSpan(_length + ends));
        _length += ends + text.Length;
        (_blank, _skipped) = (0, false);
    }

    // What is left out has a line end of its own, so the blank line that takes its place needs no more.
    private static int Room(List<MailLine> lines)
    {
        var room = 0;
        foreach (var line in lines) room += line.Slice.Length + 1;
        return room;
    }
}

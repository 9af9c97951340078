using Soundoff.Mail.Sorting;

namespace Soundoff.Mail.Matching;

/// <summary>A text in which titles are looked for, as written and folded.</summary>
internal sealed class Passage(string written, int max)
{
    public string Written { get; } = written.Length > max ? written[..max] : written;

    public string Folded => field ??= FoldedText.Of(Written);
}

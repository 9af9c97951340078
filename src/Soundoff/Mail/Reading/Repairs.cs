namespace Soundoff.Mail.Reading;

/// <summary>Collects what was repaired or left out, each thing said once and the whole kept short.</summary>
internal sealed class Repairs
{
    private const int Most = 20;

    private readonly List<string> _sentences = [];

    public IReadOnlyList<string> Sentences => _sentences;

    public void Add(string sentence)
    {
        if (_sentences.Count < Most && !_sentences.Contains(sentence)) _sentences.Add(sentence);
    }
}

using System.Globalization;
using System.Text.Json;

namespace Soundoff.Mail.Answering;

/// <summary>The words of our own in mail, in one language: <c>Templates/words.{language}.json</c>. Publishers' and listeners' words never stand there.</summary>
internal sealed class MailPhrases
{
    private const string Start = "words.";
    private const string End = ".json";

    private static readonly Dictionary<string, MailPhrases> ByLanguage = MailResources.Between(Start, End).ToDictionary(tag => tag, tag => new MailPhrases(tag), StringComparer.Ordinal);

    private MailPhrases(string tag) =>
        All = JsonSerializer.Deserialize<Dictionary<string, string>>(MailResources.Text(Start + tag + End))!.ToDictionary(p => p.Key, p => (object)p.Value, StringComparer.Ordinal);

    /// <summary>The languages that there are, as BCP 47 primary tags.</summary>
    public static IReadOnlyCollection<string> Languages => ByLanguage.Keys;

    /// <summary>By name, as templates ask for them. <c>{…}</c> stands for a value.</summary>
    public IReadOnlyDictionary<string, object> All { get; }

    public string Listener => Of("listener");

    /// <summary>The phrases for a BCP 47 language: its own, else those of its primary language, else English.</summary>
    public static MailPhrases For(string language)
    {
        var tag = language.ToLowerInvariant();
        return ByLanguage.GetValueOrDefault(tag) ?? ByLanguage.GetValueOrDefault(tag.Split('-')[0]) ?? ByLanguage["en"];
    }

    public string Via(string name, string show) => Of("via").Replace("{show}", show, StringComparison.Ordinal).Replace("{name}", name, StringComparison.Ordinal);

    public string Told(bool? passed) => Of(passed switch { true => "passed", false => "failed", null => "notChecked" });

    public string Told(IReadOnlyDictionary<string, bool> signatures) =>
        signatures.Count == 0 ? Of("none") : string.Join(", ", signatures.Select(s => $"{s.Key} {Told(s.Value)}"));

    public string File(MailAttachment file)
    {
        var bytes = Of("bytes").Replace("{count}", file.Size.ToString("N0", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return file.Handling switch
        {
            AttachmentHandling.Download => $"{file.Name} ({bytes}, {Of("download")})",
            AttachmentHandling.Withheld => $"{file.Name} ({bytes}, {Of("withheld")})",
            AttachmentHandling.LeftOut => $"{file.Name} ({bytes}, {Of("leftOut")})",
            _ => $"{file.Name} ({bytes})",
        };
    }

    private string Of(string name) => (string)All[name];
}

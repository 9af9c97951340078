using System.Collections.Concurrent;
using Soundoff.Mail.Reading;
using Soundoff.Pages;

namespace Soundoff.Mail.Templates;

/// <summary>The words of our own in mail, in one language. Publishers' and listeners' words never stand there.</summary>
internal sealed class MailPhrases
{
    private static readonly ConcurrentDictionary<string, MailPhrases> Known = new(StringComparer.Ordinal);

    private MailPhrases(string language)
    {
        Culture = PageCulture.For(language);
        All = Culture.Words.Mail.ToDictionary(p => p.Key, p => (object)p.Value, StringComparer.Ordinal);
    }

    /// <summary>How numbers are written beside them.</summary>
    public PageCulture Culture { get; }

    /// <summary>By name, as templates ask for them. <c>{…}</c> stands for a value.</summary>
    public IReadOnlyDictionary<string, object> All { get; }

    public string Listener => Of("listener");

    /// <summary>The phrases for a BCP 47 language, as <see cref="Languages.Words.For"/> finds them.</summary>
    public static MailPhrases For(string language) => Known.GetOrAdd(language, tag => new(tag));

    public string Via(string name, string show) => Of("via").Replace("{show}", show, StringComparison.Ordinal).Replace("{name}", name, StringComparison.Ordinal);

    public string Told(bool? passed) => Of(passed switch { true => "passed", false => "failed", null => "notChecked" });

    public string Told(IReadOnlyDictionary<string, bool> signatures) =>
        signatures.Count == 0 ? Of("none") : string.Join(Comma, signatures.Select(s => $"{s.Key} {Told(s.Value)}"));

    public string File(MailAttachment file)
    {
        var size = Culture.Size(file.Size);
        return file.Handling switch
        {
            AttachmentHandling.Download => $"{file.Name} ({size}{Comma}{Of("download")})",
            AttachmentHandling.Withheld => $"{file.Name} ({size}{Comma}{Of("withheld")})",
            AttachmentHandling.LeftOut => $"{file.Name} ({size}{Comma}{Of("leftOut")})",
            _ => $"{file.Name} ({size})",
        };
    }

    private string Comma => Culture.Words.Site.Comma;

    private string Of(string name) => (string)All[name];
}

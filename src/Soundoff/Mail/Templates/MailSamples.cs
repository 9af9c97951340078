using Soundoff.Mail.Letters;

namespace Soundoff.Mail.Templates;

/// <summary>Values as each mail has them, none missing: what a show's own templates are tried on.</summary>
internal static class MailSamples
{
    private static readonly string[][] Lines = [["First words", "spam.score", "https://radio.example/api/review#token"]];

    private static readonly Dictionary<string, object?> Letter = new()
    {
        ["episode"] = "An episode",
        ["subject"] = "A subject",
        ["name"] = "A name",
        ["place"] = "A place",
        ["address"] = "name@example.org",
        ["text"] = "A text.",
        ["paragraphs"] = LetterParagraphs.Of("A text."),
        ["trimmed"] = "3",
        ["unproved"] = true,
        ["forbids"] = true,
        ["nameless"] = true,
        ["rule"] = "letter",
        ["episodeRule"] = "episode.recipient",
        ["spam"] = "0.1",
        ["spf"] = "passed",
        ["dkim"] = "example.org passed",
        ["files"] = new[] { "memo.mp3 (1 byte)" },
        ["repairs"] = new[] { "A repair." },
        ["review"] = "https://radio.example/api/review#token",
        ["answer"] = "reply+token@radio.example",
    };

    private static readonly Dictionary<string, Dictionary<string, object?>> ByMail = new(StringComparer.Ordinal)
    {
        ["ack"] = new() { ["subject"] = "A subject", ["withdraw"] = "https://radio.example/api/review#token" },
        ["link"] = new() { ["subject"] = "A subject", ["link"] = "https://radio.example/api/review#token" },
        ["forward"] = Letter,
        ["bundle"] = new() { ["count"] = 1, ["letters"] = new[] { Letter } },
        ["relay"] = new() { ["subject"] = "A subject", ["text"] = "A text.", ["paragraphs"] = LetterParagraphs.Of("A text.") },
        ["digest"] = new()
        {
            ["letters"] = 1,
            ["waiting"] = 1,
            ["bounces"] = 1,
            ["blocked"] = 1,
            ["quiet"] = Lines,
            ["quarantined"] = Lines,
            ["automatic"] = Lines,
            ["notices"] = new[] { "A notice." },
        },
    };

    /// <summary>The values of a mail, by its name.</summary>
    public static IReadOnlyDictionary<string, object?> Of(string name) => new Dictionary<string, object?>(ByMail[name])
    {
        ["show"] = "A show",
        ["language"] = "en",
        ["direction"] = "ltr",
        ["words"] = MailPhrases.For("en").All,
    };
}

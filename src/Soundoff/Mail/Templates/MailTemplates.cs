using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Soundoff.Mail.Letters;
using Soundoff.Pages;
using Soundoff.Shows;

namespace Soundoff.Mail.Templates;

/// <summary>A mail's words.</summary>
/// <param name="Subject">On one line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same as HTML.</param>
public sealed record MailWords(string Subject, string Text, string Html);

/// <summary>
/// The Liquid templates of mail: <c>{name}.text.liquid</c>, whose first line is the subject, and <c>{name}.html.liquid</c>, the show's own where it has some. What a
/// listener wrote is encoded in the HTML. Safe for concurrent use.
/// </summary>
public static class MailTemplates
{
    private const string TextEnding = ".text.liquid";
    private const string HtmlEnding = ".html.liquid";

    private static readonly string[] Names = ["ack", "link", "forward", "bundle", "relay", "digest"];

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly TemplateOptions Options = MailTemplate.NewOptions();

    private static readonly Dictionary<string, IFluidTemplate> BuiltIn = Files().ToDictionary(f => f, f => new FluidParser().Parse(MailResources.Text(f)), StringComparer.Ordinal);

    /// <summary>The files that a show may have in its folder <c>theme/mail/</c>.</summary>
    public static IEnumerable<string> Files() => Names.SelectMany(name => new[] { name + TextEnding, name + HtmlEnding });

    internal static bool IsText(string file) => file.EndsWith(TextEnding, StringComparison.Ordinal);

    /// <summary>Renders a mail in a show's language, or in its primary language, or in English.</summary>
    /// <param name="name"><c>ack</c>, <c>link</c>, <c>forward</c>, <c>bundle</c>, <c>relay</c> or <c>digest</c>.</param>
    /// <param name="show">Whose mail it is.</param>
    /// <param name="values">What the template may name beside <c>show</c>, <c>language</c>, <c>direction</c> and <c>words</c>.</param>
    public static MailWords Render(string name, Show show, IReadOnlyDictionary<string, object?> values)
    {
        var all = new Dictionary<string, object?>(values)
        {
            ["show"] = show.Title,
            ["language"] = show.Language,
            ["direction"] = PageCulture.DirectionOf(show.Language),
            ["words"] = MailPhrases.For(show.Language).All,
        };
        var (subject, text, isOwn) = Text(name, show, all);
        return new(subject, text, OwnHtml(name, show, all) ?? (isOwn ? Plain(text, show) : BuiltIn[name + HtmlEnding].Render(Context(all), Html).ReplaceLineEndings("\n").Trim() + "\n"));
    }

    private static (string Subject, string Text, bool IsOwn) Text(string name, Show show, Dictionary<string, object?> values)
    {
        if (show.Mail.Templates.GetValueOrDefault(name + TextEnding) is { } own && MailTemplate.TryRender(own, values, NullEncoder.Default) is { } rendered
            && Parted(rendered) is { Subject.Length: > 0, Text.Length: > 1 } parted) return (parted.Subject, parted.Text, true);
        var (subject, text) = Parted(BuiltIn[name + TextEnding].Render(Context(values), NullEncoder.Default));
        return (subject, text, false);
    }

    private static string? OwnHtml(string name, Show show, Dictionary<string, object?> values) =>
        show.Mail.Templates.GetValueOrDefault(name + HtmlEnding) is { } own ? MailTemplate.TryRender(own, values, Html) : null;

    // A show that wrote its own text and no HTML must not be heard in our words beside its own.
    private static string Plain(string text, Show show) =>
        $"<div lang=\"{Html.Encode(show.Language)}\">\n{BuiltIn["relay" + HtmlEnding].Render(Context(new Dictionary<string, object?> { ["paragraphs"] = LetterParagraphs.Of(text) }), Html).Trim()}\n</div>\n";

    internal static (string Subject, string Text) Parted(string rendered)
    {
        var text = rendered.ReplaceLineEndings("\n");
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? (text.Trim(), "") : (text[..end].Trim(), text[(end + 1)..].Trim() + "\n");
    }

    private static TemplateContext Context(IReadOnlyDictionary<string, object?> values) => MailTemplate.Context(values, Options);
}

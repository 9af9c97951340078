using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;

namespace Soundoff.Mail.Answering;

/// <summary>A mail's words.</summary>
/// <param name="Subject">On one line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same as HTML.</param>
public sealed record MailWords(string Subject, string Text, string Html);

/// <summary>
/// The Liquid templates of mail: <c>{name}.{language}.text.liquid</c>, whose first line is the subject, and <c>{name}.{language}.html.liquid</c>. What a listener
/// wrote is encoded in the HTML. Safe for concurrent use.
/// </summary>
public static class MailTemplates
{
    private const string Fallback = "en";
    private const string Prefix = "Soundoff.MailTemplates.";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly TemplateOptions Options = new() { StrictFilters = true, CultureInfo = CultureInfo.InvariantCulture };
    private static readonly ConcurrentDictionary<string, IFluidTemplate> Parsed = new(StringComparer.Ordinal);

    /// <summary>Renders a mail in a language, or in its primary language, or in English.</summary>
    /// <param name="name"><c>ack</c>, <c>forward</c>, <c>relay</c> or <c>digest</c>.</param>
    /// <param name="language">BCP 47, lower case.</param>
    /// <param name="values">What the template may name.</param>
    public static MailWords Render(string name, string language, IReadOnlyDictionary<string, object?> values)
    {
        var tag = new[] { language, language.Split('-')[0], Fallback }.First(t => typeof(MailTemplates).Assembly.GetManifestResourceInfo(Resource(name, t, "text")) is not null);
        var text = Template(Resource(name, tag, "text")).Render(Context(values), NullEncoder.Default).ReplaceLineEndings("\n");
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var html = Template(Resource(name, tag, "html")).Render(Context(values), Html).ReplaceLineEndings("\n");
        return new(text[..end].Trim(), text[(end + 1)..].Trim() + "\n", html.Trim() + "\n");
    }

    /// <summary>A text as paragraphs of lines, which HTML templates walk through.</summary>
    internal static string[][] Paragraphs(string text) =>
        [.. text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => p.Split('\n'))];

    private static string Resource(string name, string tag, string kind) => $"{Prefix}{name}.{tag}.{kind}.liquid";

    private static TemplateContext Context(IReadOnlyDictionary<string, object?> values)
    {
        var context = new TemplateContext(Options);
        foreach (var (key, value) in values) context.SetValue(key, value);
        return context;
    }

    private static IFluidTemplate Template(string resource) => Parsed.GetOrAdd(resource, static name =>
    {
        using var source = new StreamReader(typeof(MailTemplates).Assembly.GetManifestResourceStream(name)!);
        return new FluidParser().Parse(source.ReadToEnd());
    });
}

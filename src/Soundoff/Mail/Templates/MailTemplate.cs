using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;

namespace Soundoff.Mail.Templates;

/// <summary>
/// A template that a show brought: its shape is looked at before it is parsed, and its steps and texts are counted while it runs, since a publisher's mistake, or
/// malice, must not stop the mail of other shows.
/// </summary>
internal static class MailTemplate
{
    /// <summary>Characters that a template may have.</summary>
    public const int Longest = 64 * 1024;

    private const int MostSteps = 100_000;

    private static readonly FluidParser Parser = NewParser();
    private static readonly TemplateOptions Limited = NewLimitedOptions();

    public static TemplateOptions NewOptions() => new() { StrictFilters = true, CultureInfo = CultureInfo.InvariantCulture };

    public static TemplateContext Context(IReadOnlyDictionary<string, object?> values, TemplateOptions options)
    {
        var context = new TemplateContext(options);
        foreach (var (key, value) in values) context.SetValue(key, value);
        return context;
    }

    /// <summary>What it makes of values; null when it fails on them, though it passed its check: the built-in one then takes its place.</summary>
    public static string? TryRender(string source, IReadOnlyDictionary<string, object?> values, TextEncoder encoder)
    {
        try
        {
            return TemplateShape.Fault(source) is null && Render(Parser.Parse(source), values, Limited, encoder).ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text + "\n" : null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>What is wrong with it, tried on a sample in which every value is there; null when nothing is.</summary>
    /// <param name="file">Its file name.</param>
    /// <param name="source">Its text.</param>
    /// <param name="sample">The values.</param>
    /// <returns>The line, from 1, where it is known, and the message.</returns>
    public static (int? Line, string Message)? Fault(string file, string source, IReadOnlyDictionary<string, object?> sample)
    {
        if (TemplateShape.Fault(source) is { } shape) return shape;
        if (!Parser.TryParse(source, out var template, out var error)) return (TemplateFault.LineIn(error), TemplateFault.Sentence(error));
        if (RangeFinder.IsIn(template)) return (TemplateFault.LineOf(source, ".."), "It counts with a range (1..n), which mail templates cannot.");
        string? unknown = null;
        var options = NewLimitedOptions();
        options.Undefined = name =>
        {
            unknown ??= name;
            return new(NilValue.Instance);
        };
        try
        {
            var rendered = Render(template, sample, options, NullEncoder.Default);
            if (unknown is not null) return (TemplateFault.LineOf(source, unknown), $"It asks for \"{unknown}\", which this mail does not have.");
            if (string.IsNullOrWhiteSpace(rendered)) return (null, "It writes nothing.");
            return MailTemplates.IsText(file) && MailTemplates.Parted(rendered) is not { Subject.Length: > 0, Text.Length: > 1 }
                ? (null, "Its first line is the mail's subject, and it has no text after it.") : null;
        }
        catch (TemplateTooGreedyException greedy)
        {
            return (TemplateShape.LineOfTag(source, greedy.Word) ?? TemplateFault.LineOf(source, greedy.Word), TemplateFault.Sentence(greedy.Message));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return (null, TemplateFault.Sentence(fault.Message));
        }
    }

    private static string Render(IFluidTemplate template, IReadOnlyDictionary<string, object?> values, TemplateOptions options, TextEncoder encoder)
    {
        var context = Context(values, options);
        // Only a loop writes much of what a template itself has.
        using var writer = new BudgetWriter(TemplateBudget.Begin(context), "for");
        template.RenderAsync(writer, encoder, context).AsTask().GetAwaiter().GetResult();
        return writer.ToString();
    }

    private static TemplateOptions NewLimitedOptions()
    {
        var options = NewOptions();
        options.MaxSteps = MostSteps;
        MailFilters.Limit(options.Filters);
        return options;
    }

    // "capture" keeps what is written in it, so it counts as a filter does.
    private static FluidParser NewParser()
    {
        var parser = new FluidParser();
        parser.RegisterIdentifierBlock("capture", static async (identifier, statements, _, encoder, context) =>
        {
            using var writer = new BudgetWriter(TemplateBudget.Of(context), "capture");
            var completion = await statements.RenderStatementsAsync(writer, encoder, context);
            context.SetValue(identifier, new StringValue(writer.ToString(), encode: false));
            return completion;
        });
        return parser;
    }
}

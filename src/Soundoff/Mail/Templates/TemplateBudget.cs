using Fluid;
using Fluid.Values;

namespace Soundoff.Mail.Templates;

/// <summary>
/// What a template may still use while it runs. Every text that it makes, reads through a filter or writes is counted before it is made, so that a string
/// doubled over and over is refused while it is small.
/// </summary>
internal sealed class TemplateBudget
{
    /// <summary>Characters for one mail: many times what the longest letter needs.</summary>
    public const int Characters = 8 * 1024 * 1024;

    // What a value takes that is no text, in characters.
    private const int ValueSize = 8;

    private const string Name = "budget";

    private long left = Characters;

    /// <summary>The budget of a run, given to it when it begins.</summary>
    public static TemplateBudget Of(TemplateContext context) => (TemplateBudget)context.AmbientValues[Name];

    /// <summary>Gives a run its budget.</summary>
    public static TemplateBudget Begin(TemplateContext context)
    {
        var budget = new TemplateBudget();
        context.AmbientValues[Name] = budget;
        return budget;
    }

    /// <summary>Takes characters.</summary>
    /// <param name="characters">How many.</param>
    /// <param name="word">The filter or tag that asks for them, as the template has it.</param>
    /// <exception cref="TemplateTooGreedyException">There are not as many left.</exception>
    public void Take(long characters, string word)
    {
        left -= characters;
        if (left < 0) throw new TemplateTooGreedyException(word);
    }

    /// <summary>What a value takes, in characters, with all that lies within it.</summary>
    public static long SizeOf(FluidValue value) => value switch
    {
        StringValue text => ValueSize + text.ToStringValue().Length,
        ArrayValue list => list.Values.Sum(SizeOf) + ValueSize,
        _ => ValueSize,
    };
}

/// <summary>A template used more text than a mail can need.</summary>
/// <param name="word">The filter or tag at which it did.</param>
internal sealed class TemplateTooGreedyException(string word)
    : Exception($"It makes more text than the {TemplateBudget.Characters / 1024 / 1024} million characters that a mail may take, at \"{word}\"")
{
    public string Word { get; } = word;
}

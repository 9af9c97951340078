using Fluid;
using Fluid.Values;

namespace Soundoff.Mail.Templates;

/// <summary>
/// The filters that a show's mail may use: those for texts, lists and numbers. Each takes from the budget what it reads and the most that it can make before it
/// runs. Filters that pad to any width, hash, or look into values (<c>format_string</c>, <c>json</c>) are none of a mail's.
/// </summary>
internal static class MailFilters
{
    private const int LongestDateFormat = 100;

    // What becomes of a character at most: "<" of "&lt;", three times three characters of a letter in UTF-8, a value in a list.
    private static readonly Dictionary<string, int> Growth = new(StringComparer.Ordinal)
    {
        ["escape"] = 6,
        ["escape_once"] = 6,
        ["newline_to_br"] = 6,
        ["url_encode"] = 9,
        ["split"] = 16,
    };

    private static readonly string[] Plain =
    [
        "append", "capitalize", "downcase", "lstrip", "rstrip", "prepend", "remove", "remove_first", "remove_last", "replace_first", "replace_last", "slice", "strip",
        "strip_newlines", "truncate", "truncatewords", "upcase", "first", "last", "concat", "map", "reverse", "size", "sort", "sort_natural", "uniq", "where", "sum", "find", "has",
        "reject", "default", "raw", "compact", "url_decode", "strip_html", "abs", "at_least", "at_most", "ceil", "divided_by", "floor", "minus", "modulo", "plus", "round", "times",
        "date", "replace", "join",
    ];

    /// <summary>Leaves the options these filters, within the budget.</summary>
    public static void Limit(FilterCollection filters)
    {
        var all = filters.ToDictionary();
        filters.Clear();
        foreach (var name in Plain.Concat(Growth.Keys)) filters.AddFilter(name, Within(name, all[name]));
    }

    private static FilterDelegate Within(string name, FilterDelegate filter) => async (input, arguments, context) =>
    {
        if (name == "date" && IsPadded(arguments.At(0).ToStringValue())) throw new TemplateTooGreedyException(name);
        var budget = TemplateBudget.Of(context);
        budget.Take(MostOf(name, input, arguments), name);
        var made = await filter(input, arguments, context);
        budget.Take(TemplateBudget.SizeOf(made), name);
        return made;
    };

    private static long MostOf(string name, FluidValue input, FilterArguments arguments)
    {
        var read = TemplateBudget.SizeOf(input);
        for (var i = 0; i < arguments.Count; i++) read += TemplateBudget.SizeOf(arguments.At(i));
        return name switch
        {
            "replace" => read + TemplateBudget.SizeOf(input) / Math.Max(1, arguments.At(0).ToStringValue().Length) * arguments.At(1).ToStringValue().Length,
            "join" => read + (input is ArrayValue list ? list.Values.Count * (long)arguments.At(0).ToStringValue().Length : 0),
            _ => read * Growth.GetValueOrDefault(name, 1),
        };
    }

    // "%1000000Y" is a year a million characters wide.
    private static bool IsPadded(string format) =>
        format.Length > LongestDateFormat || Enumerable.Range(0, Math.Max(0, format.Length - 2)).Any(i => char.IsDigit(format[i]) && char.IsDigit(format[i + 1]) && char.IsDigit(format[i + 2]));
}

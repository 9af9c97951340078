using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Soundoff.Chapters;
using Soundoff.Feeds;
using Soundoff.Languages;
using Soundoff.Limits;
using Soundoff.Pages.Views;
using Soundoff.Site;

namespace Soundoff.Pages;

/// <summary>Dates, lengths and sizes as people of a language write them. Always in the Gregorian calendar, which the site's addresses follow.</summary>
internal sealed partial class PageCulture
{
    private static readonly HashSet<string> RightToLeft = new(StringComparer.Ordinal) { "ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi" };

    private static readonly HashSet<string> RightToLeftScripts = new(StringComparer.Ordinal) { "arab", "aran", "hebr", "nkoo", "syrc", "thaa", "adlm", "rohg" };

    private static readonly ConcurrentDictionary<string, PageCulture> Known = new(StringComparer.Ordinal);

    private readonly CultureInfo _culture;
    private readonly string _datePattern;

    private PageCulture(string language)
    {
        Language = language;
        Words = Words.For(language);
        _culture = Gregorian(language);
        // The day of the week is left out: how it is set off changes from one edition of the locale data to the next.
        _datePattern = Weekday().Replace(_culture.DateTimeFormat.LongDatePattern, "").Trim();
    }

    /// <summary>BCP 47, as the publisher wrote it.</summary>
    public string Language { get; }

    public Words Words { get; }

    /// <summary>The one for a BCP 47 language; an unknown one gets English dates.</summary>
    public static PageCulture For(string language) => Known.GetOrAdd(language, tag => new(tag));

    /// <summary>How names are put in order.</summary>
    public IComparer<string> Order => field ??= StringComparer.Create(_culture, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols);

    /// <summary>The letter that a name stands below in a list: without its accent, and # for what begins with none.</summary>
    public string FirstLetter(string name)
    {
        var first = name.Normalize(NormalizationForm.FormD).EnumerateRunes().FirstOrDefault(Rune.IsLetterOrDigit);
        return Rune.IsLetter(first) ? first.ToString().ToUpper(_culture) : "#";
    }

    /// <summary>The value of <c>dir</c>.</summary>
    public string Direction => DirectionOf(Language);

    /// <summary>A language that is not the page's, for what is written in it; null for the page's own.</summary>
    public string? Foreign(string? language) => language is null || language.Equals(Language, StringComparison.OrdinalIgnoreCase) ? null : language;

    /// <summary>The direction that a language's script is written in; a script subtag decides before the language.</summary>
    public static string DirectionOf(string language)
    {
        var parts = language.ToLowerInvariant().Split('-');
        var script = parts.Skip(1).FirstOrDefault(p => p.Length == 4 && char.IsAsciiLetter(p[0]));
        return (script is null ? RightToLeft.Contains(parts[0]) : RightToLeftScripts.Contains(script)) ? "rtl" : "ltr";
    }

    public DateView Date(DateTimeOffset date) => new(
        FeedDate.Rfc3339(date),
        date.ToString(_datePattern, _culture),
        date.Day.ToString(CultureInfo.InvariantCulture),
        $"{_culture.DateTimeFormat.AbbreviatedMonthNames[date.Month - 1].TrimEnd('.')} {date.Year:0000}");

    /// <summary>"February 2019", as a title begins: languages that write months small begin it with a capital all the same.</summary>
    public string Month(Month month) => Capital(new DateTime(month.Year, month.Number, 1).ToString(_culture.DateTimeFormat.YearMonthPattern, _culture));

    /// <summary>"February".</summary>
    public string MonthName(int number) => Capital(_culture.DateTimeFormat.MonthNames[number - 1]);

    /// <summary>Null for audio whose length is unknown or nothing.</summary>
    public LengthView? Length(TimeSpan? length)
    {
        if (length is not { } time || time <= TimeSpan.Zero) return null;
        var seconds = Math.Max(1, (long)Math.Round(time.TotalSeconds, MidpointRounding.AwayFromZero));
        var whole = TimeSpan.FromSeconds(seconds);
        var iso = string.Create(CultureInfo.InvariantCulture, $"PT{seconds / 3600}H{seconds / 60 % 60}M{seconds % 60}S");
        return new(iso, ChapterTime.Format(whole), Words.Minutes((int)Math.Max(1, Math.Round(whole.TotalMinutes, MidpointRounding.AwayFromZero))), seconds);
    }

    /// <summary>A file's size in decimal units, as operating systems and shops count: "23.4 MB".</summary>
    public string Size(long bytes) => bytes switch
    {
        < 1000 => Words.Filled(Words.Site.Bytes, bytes),
        < 1_000_000 => Words.Filled(Words.Site.Kilobytes, bytes / 1000),
        < 1_000_000_000 => Words.Filled(Words.Site.Megabytes, (bytes / 1e6).ToString("0.#", _culture)),
        _ => Words.Filled(Words.Site.Gigabytes, (bytes / 1e9).ToString("0.##", _culture)),
    };

    /// <summary>A spam score: "0.1".</summary>
    public string Score(double score) => score.ToString("0.0", _culture);

    /// <summary>A language's name in that language.</summary>
    public static string NameOf(string language)
    {
        try
        {
            return Capital(CultureInfo.GetCultureInfo(language, predefinedOnly: true).NativeName);
        }
        catch (CultureNotFoundException)
        {
            return language;
        }
    }

    private static CultureInfo Gregorian(string language)
    {
        CultureInfo culture;
        try
        {
            // Private tags (x-…) and those from before BCP 47 (i-…) have no data, not even of numbers.
            culture = new CultureInfo(language.IndexOf('-', StringComparison.Ordinal) == 1 ? "en" : language, useUserOverride: false);
        }
        catch (CultureNotFoundException)
        {
            culture = new CultureInfo("en", useUserOverride: false);
        }

        if (culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() is { } gregorian && culture.Calendar is not GregorianCalendar)
            culture.DateTimeFormat.Calendar = gregorian;
        // Digits are always those of the site's addresses, and such numbers have a point.
        if (culture.NumberFormat.NumberDecimalSeparator == "٫") culture.NumberFormat.NumberDecimalSeparator = ".";
        return culture;
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"[,،]?\s*dddd\s*[,،]?\s*", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Weekday();
}

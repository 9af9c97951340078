using System.Globalization;
using AngleSharp.Dom;
using Soundoff.Problems;

namespace Soundoff.Notes;

/// <summary>Tells of what a publisher would miss on the page: elements and addresses that cleaning takes out of the notes.</summary>
/// <param name="file">Named in problems.</param>
/// <param name="text">The whole file, in which lines are looked for.</param>
/// <param name="problems">Where warnings go.</param>
internal sealed class HtmlLosses(string file, string text, List<Problem> problems)
{
    private const int MostShown = 80;

    private static readonly Dictionary<string, (string What, string Mend)> Missed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["iframe"] = ("a frame that shows another page or player", "Link to what it shows"),
        ["frame"] = ("a frame that shows another page or player", "Link to what it shows"),
        ["object"] = ("an embedded file or player", "Link to what it shows"),
        ["embed"] = ("an embedded file or player", "Link to what it shows"),
        ["applet"] = ("an embedded program", "Link to what it shows"),
        ["form"] = ("a form", "Link to a page that has the form"),
        ["audio"] = ("a player of its own", "Upload the recording under the same name as these notes, or link to it"),
        ["video"] = ("a player of its own", "Link to the video"),
        ["svg"] = ("a drawing in SVG", "Save it as a PNG picture and show that"),
        ["canvas"] = ("a drawing made by a program", "Save it as a PNG picture and show that"),
        ["math"] = ("a formula in MathML", "Write it as text, or show it as a picture"),
        ["script"] = ("a program", "Link to what it shows"),
    };

    private static readonly string[] Kept = ["http", "https", "mailto", "tel", "sms"];

    /// <summary>Looks at a content before anything is taken out of it.</summary>
    public void Note(IElement content)
    {
        foreach (var kind in content.QuerySelectorAll(string.Join(',', Missed.Keys)).Where(e => !IsInside(e)).GroupBy(e => e.LocalName))
        {
            var (what, mend) = Missed[kind.Key];
            var source = kind.Select(e => e.GetAttribute("src") ?? e.GetAttribute("data") ?? e.GetAttribute("action")).FirstOrDefault(s => !string.IsNullOrWhiteSpace(s));
            Warn($"<{kind.Key}", $"The notes hold {what} (<{kind.Key}>), which pages do not take{More(kind.Count())}.", source is null ? $"{mend}." : $"{mend}: {Shown(source)}");
        }

        foreach (var picture in content.QuerySelectorAll("img[src]").GroupBy(p => Scheme(p.GetAttribute("src")!)).Where(s => s.Key is not (null or "http" or "https")))
            Warn(picture.First().GetAttribute("src")!, $"A picture's address begins with {picture.Key}:, so nobody else can load it and it is left out{More(picture.Count())}.", "Put the picture into the episode's folder and name it by its file: <img src=\"map.png\">.");
        foreach (var link in content.QuerySelectorAll("a[href]").GroupBy(a => Scheme(a.GetAttribute("href")!)).Where(s => s.Key is not (null or "javascript") && !Kept.Contains(s.Key)))
            Warn(link.First().GetAttribute("href")!, $"A link's address begins with {link.Key}:, which pages do not take, so only its words stay{More(link.Count())}.", "Link to an address that begins with https://.");
    }

    // What stands in something that is dropped goes with it.
    private static bool IsInside(IElement element) => element.Ancestors<IElement>().Any(above => Missed.ContainsKey(above.LocalName));

    private static string More(int count) => count > 1 ? string.Create(CultureInfo.InvariantCulture, $"; there are {count}") : "";

    private static string Shown(string address) => address.Trim() is { Length: > MostShown } far ? far[..MostShown] + "…" : address.Trim();

    // A path has none; neither has a Windows drive that somebody took for an address.
    private static string? Scheme(string address)
    {
        var trimmed = address.Trim();
        var colon = trimmed.AsSpan().IndexOfAny(':', '/', '?') is > 1 and var at && trimmed[at] == ':' ? at : -1;
        return colon < 0 || !trimmed.AsSpan(0, colon).ToString().All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.') ? null : trimmed[..colon].ToLowerInvariant();
    }

    private void Warn(string mark, string message, string mend)
    {
        var at = text.IndexOf(mark.Length > MostShown ? mark[..MostShown] : mark, StringComparison.OrdinalIgnoreCase);
        problems.Add(Problem.Warning(file, message, mend, line: at < 0 ? null : text.AsSpan(0, at).Count('\n') + 1));
    }
}

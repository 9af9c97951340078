using System.Globalization;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting;
using Soundoff.Texts;
using Spectre.Console;

namespace Soundoff.Cli.Letters;

/// <summary>What is told of a message, a line each: a name, the fact, and why. What strangers wrote is made fit for a terminal.</summary>
internal sealed class LetterFacts(IAnsiConsole console, string indent = "")
{
    private const string Plain = "default";

    /// <summary>The colour of a class: green for what hosts are to read.</summary>
    public static string Colour(MailClass value) => value == MailClass.Letter ? "green" : "yellow";

    public void Write(string name, string value, string? why = null, string style = Plain) =>
        console.MarkupLine($"{indent}[dim]{name,-9}[/] [{style}]{Escape(value)}[/]{(string.IsNullOrEmpty(why) ? "" : $"  [dim]{Escape(why)}[/]")}");

    /// <summary>A text with its lines kept; the name stands before the first.</summary>
    public void WriteText(string name, string text, string style = Plain)
    {
        foreach (var line in ScreenText.Lines(text).Split('\n'))
        {
            console.MarkupLine($"{indent}[dim]{name,-9}[/] [{style}]{Markup.Escape(line)}[/]");
            name = "";
        }
    }

    public void WriteClass(MailClass value, string rule) => Write("class", EnumName.Of(value), $"{rule}: {LetterWords.Meaning(rule)}", Colour(value));

    public void WriteEpisode(string? slug, string rule) => Write("episode", slug ?? "none", $"{rule}: {LetterWords.EpisodeMeaning(rule)}");

    /// <summary>What came with it, and what was repaired in it.</summary>
    public void WriteParts(IEnumerable<MailAttachment> files, IEnumerable<string> repairs)
    {
        foreach (var file in files) Write("attached", string.Create(CultureInfo.InvariantCulture, $"{file.Name}  {file.Type}, {file.Size:N0} bytes"), LetterWords.Of(file.Handling));
        foreach (var repair in repairs) Write("repaired", repair);
    }

    private static string Escape(string text) => Markup.Escape(ScreenText.Line(text));
}

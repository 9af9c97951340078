using Soundoff.Mail.Sorting;
using Spectre.Console;

namespace Soundoff.Cli.Letters;

/// <summary>What <c>soundoff letters read</c> tells people: what each message is, why, and what of it would be shown.</summary>
internal static class UnderstoodMailScreen
{
    public static void Write(IAnsiConsole console, UnderstoodMail message)
    {
        var (mail, verdict, match) = (message.Mail, message.Verdict, message.Match);
        console.MarkupLine($"[bold]{Markup.Escape(message.File)}[/]");
        Fact("class", $"[{(verdict.Class == MailClass.Letter ? "green" : "yellow")}]{message.Class}[/]  [dim]{verdict.Rule}: {Markup.Escape(LetterWords.Meaning(verdict.Rule))}[/]");
        Fact("episode", $"{Markup.Escape(match.Slug ?? "none")}  [dim]{match.Rule}: {Markup.Escape(LetterWords.EpisodeMeaning(match.Rule))}[/]");
        Fact("name", Markup.Escape(ScreenText.Line(mail.Name ?? "none")));
        Fact("subject", Markup.Escape(ScreenText.Line(mail.Subject)));
        Lines("text", mail.Text);
        if (mail.Quoted.Length > 0) Lines("cut off", mail.Quoted, "dim");
        foreach (var file in mail.Attachments) Fact("attached", Markup.Escape($"{file.Name}  {file.Type}, {file.Size:N0} bytes, {LetterWords.Of(file.Handling)}"));
        foreach (var repair in mail.Repairs) Fact("repaired", Markup.Escape(repair));
        console.WriteLine();

        void Fact(string name, string markup) => console.MarkupLine($"  {name,-9} {markup}");

        void Lines(string name, string text, string style = "default")
        {
            foreach (var line in ScreenText.Lines(text).Split('\n'))
            {
                Fact(name, $"[{style}]{Markup.Escape(line)}[/]");
                name = "";
            }
        }
    }
}

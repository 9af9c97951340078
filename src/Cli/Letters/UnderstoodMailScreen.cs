using Spectre.Console;

namespace Soundoff.Cli.Letters;

/// <summary>What <c>soundoff letters read</c> tells people: what each message is, why, and what of it would be shown.</summary>
internal static class UnderstoodMailScreen
{
    public static void Write(IAnsiConsole console, UnderstoodMail message)
    {
        var (mail, facts) = (message.Mail, new LetterFacts(console, "  "));
        console.MarkupLine($"[bold]{Markup.Escape(message.File)}[/]");
        facts.WriteClass(message.Verdict.Class, message.Verdict.Rule);
        facts.WriteEpisode(message.Match.Slug, message.Match.Rule);
        facts.Write("name", mail.Name ?? "none");
        facts.Write("subject", mail.Subject);
        facts.WriteText("text", mail.Text);
        if (mail.Quoted.Length > 0) facts.WriteText("cut off", mail.Quoted, "dim");
        facts.WriteParts(mail.Attachments, mail.Repairs);
        console.WriteLine();
    }
}

using System.Globalization;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Sorting;
using Soundoff.Texts;
using Spectre.Console;

namespace Soundoff.Cli.Letters;

/// <summary>What <c>soundoff letters list</c> and <c>show</c> tell people.</summary>
internal static class LetterScreen
{
    // A day and eight digits tell letters apart, and fit a line.
    private const int ShortId = 19;
    private const int LongestName = 24;
    private const int LongestWords = 60;

    public static void WriteList(IAnsiConsole console, IReadOnlyList<Letter> letters, bool more)
    {
        if (letters.Count == 0)
        {
            console.MarkupLine("No letters.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var name in new[] { "Id", "Came (UTC)", "Name", "Episode", "Class", "State" }) table.AddColumn(new TableColumn(name).NoWrap());
        table.AddColumn("First words");
        foreach (var letter in letters)
            table.AddRow(
                letter.Id[..ShortId], letter.Received.UtcDateTime.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture), Escape(ScreenText.Line(letter.Content!.Name ?? "", LongestName)),
                Escape(letter.Show == LetterStore.NoShow ? "no show" : $"{letter.Show}/{letter.Episode}"), Coloured(letter.Class), Coloured(letter.State),
                Escape(ScreenText.Line(letter.Excerpt, LongestWords)));
        console.Write(table);
        if (more) console.MarkupLine("[dim]There are more: ask for them with --count.[/]");
    }

    public static void Write(IAnsiConsole console, Letter letter)
    {
        var (content, facts) = (letter.Content!, new LetterFacts(console));
        facts.Write("id", letter.Id);
        facts.Write("came", letter.Received.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        facts.Write("show", letter.Show == LetterStore.NoShow ? "none" : letter.Show);
        facts.WriteEpisode(letter.Episode, letter.EpisodeRule);
        if (content.UnknownEpisode is { } unknown) facts.Write("", $"It was addressed to \"{unknown}\", which is no episode.");
        facts.WriteClass(letter.Class, letter.Rule);
        facts.Write("state", EnumName.Of(letter.State));
        if (letter.ForbidsPublication) facts.Write("wish", content.Override is null ? "not to be published" : "not to be published; overridden", content.Override);
        if (letter.ForbidsName) facts.Write("wish", "no name");
        facts.Write("from", $"{content.Name} <{content.Address}>", content.Envelope is { } envelope && envelope != content.Address ? $"sent by {(envelope.Length == 0 ? "<>" : envelope)}" : null);
        if (content.Place is { } place) facts.Write("place", place);
        facts.Write("subject", content.Subject);
        facts.Write("checks", string.Join(", ", Checks(content)));
        facts.Write("answered", letter.Acknowledged ? "acknowledged" : "not acknowledged", string.Create(CultureInfo.InvariantCulture, $"forwarded to {letter.Forwarded.Count} of the hosts{(letter.Quiet ? "; bundled with others" : "")}"));
        facts.WriteParts(content.Attachments, content.Repairs);
        facts.WriteText("text", content.Text);
        // Both are kept whole; what was cut off is what only the second holds.
        if (content.WholeText.Trim() != content.Text.Trim()) facts.WriteText("uncut", content.WholeText);
    }

    private static IEnumerable<string> Checks(LetterContent content)
    {
        yield return content.SpamScore is { } score ? string.Create(CultureInfo.InvariantCulture, $"spam score {score}") : "no spam score";
        yield return content.Spf is { } spf ? spf ? "SPF passed" : "SPF failed" : "no SPF";
        foreach (var (domain, passed) in content.Dkim) yield return $"DKIM of {domain} {(passed ? "passed" : "failed")}";
    }

    private static string Coloured(MailClass value) => $"[{LetterFacts.Colour(value)}]{EnumName.Of(value)}[/]";

    private static string Coloured(LetterState value) => value is LetterState.Published or LetterState.PublishedNameless ? $"[green]{EnumName.Of(value)}[/]" : EnumName.Of(value);

    private static string Escape(string text) => Markup.Escape(text);
}

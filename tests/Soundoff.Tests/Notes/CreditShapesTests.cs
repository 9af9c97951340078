using Soundoff.Episodes;
using Soundoff.Notes;

namespace Soundoff.Tests.Notes;

/// <summary>Sentences of newsrooms in the languages that we speak, in <c>Data/credits</c>: those that name people, and their innocent twins.</summary>
public class CreditShapesTests
{
    public static IEnumerable<TheoryDataRow<string, string, string>> People => Lines("people.txt").Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(p => new TheoryDataRow<string, string, string>(p[0], p[1], p[2]));

    public static IEnumerable<TheoryDataRow<string>> Nobody => Lines("nobody.txt").Select(line => new TheoryDataRow<string>(line));

    [Theory]
    [MemberData(nameof(People))]
    public void A_sentence_gives_its_hosts_and_guests(string sentence, string hosts, string guests)
    {
        var facts = PlainArticle.Read("a.txt", $"Title\nStandfirst.\nOne.\n{sentence}\nTwo.").Value!;

        Assert.Equal((hosts, guests), (Named(facts, "host"), Named(facts, "guest")));
        Assert.Equal("<p>One.</p>\n<p>Two.</p>", facts.BodyHtml);
    }

    [Theory]
    [MemberData(nameof(Nobody))]
    public void What_does_not_surely_name_people_stays_in_the_text(string sentence)
    {
        var facts = PlainArticle.Read("a.txt", $"Title\nStandfirst.\n{sentence}").Value!;

        Assert.Empty(facts.People);
        Assert.Equal($"<p>{sentence}</p>", facts.BodyHtml);
    }

    private static string Named(EpisodeFacts facts, string role) =>
        string.Join(';', facts.People.Where(p => p.Role == role).Select(p => p.Description is null ? p.Name : $"{p.Name}={p.Description}"));

    private static IEnumerable<string> Lines(string file) => File.ReadLines(Fixtures.PathOf("credits", file)).Where(line => line.Length > 0 && line[0] != '#');
}

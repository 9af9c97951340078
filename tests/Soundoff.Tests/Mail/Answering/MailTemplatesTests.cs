using System.Text.RegularExpressions;
using Soundoff.Account;
using Soundoff.Languages;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Templates;
using Soundoff.Shows;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Answering;

public sealed partial class MailTemplatesTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Mails => [.. from language in Words.All from name in Names select (name, language)];

    private static IEnumerable<string> Names => MailTemplates.Files().Select(f => f.Split('.')[0]).Distinct();

    [Theory]
    [MemberData(nameof(Mails))]
    public void A_mail_speaks_one_language_and_says_the_same_in_text_and_html(string name, string language)
    {
        var sample = MailSamples.Of(name);
        var mail = MailTemplates.Render(name, ShowIn(language), sample);
        Assert.DoesNotContain('{', mail.Subject + mail.Text + mail.Html);
        if (name == "relay") return;
        Assert.Contains($"<div lang=\"{language}\" dir=\"{(language == "ar" ? "rtl" : "ltr")}\">", mail.Html, StringComparison.Ordinal);
        // Whatever stands in the text stands in the HTML: links of a word apart.
        var html = System.Net.WebUtility.HtmlDecode(Tag().Replace(mail.Html, " "));
        var words = MailPhrases.For(language).All.Values.Cast<string>().Where(w => w.Length > 12 && !w.Contains('{', StringComparison.Ordinal) && mail.Text.Contains(w, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.Contains(word, html, StringComparison.Ordinal));
        if (language == "en") return;
        Assert.All(MailPhrases.For("en").All.Values.Cast<string>().Where(w => w.Length > 12), word => Assert.DoesNotContain(word, mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_listener_wrote_is_encoded_in_html()
    {
        var values = new Dictionary<string, object?>(MailSamples.Of("forward")) { ["paragraphs"] = LetterParagraphs.Of("<script>x</script>"), ["name"] = "<b>" };
        var html = MailTemplates.Render("forward", ShowIn("en"), values).Html;
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_show_writes_its_own_acknowledgement()
    {
        await using var world = await RailAsync();
        await world.UploadAsync("rail/theme/mail/ack.text.liquid", "All aboard, {{ show }} has mail\nYour letter travels with us.\n\nGet off here: {{ withdraw }}\n");
        await world.SettleAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        var mail = Assert.Single(world.SentTo(LetterWorld.Ana));
        Assert.Equal("All aboard, Rail has mail", mail.Subject);
        Assert.StartsWith("Your letter travels with us.\n\nGet off here: https://radio.example/api/review#", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<p dir=\"auto\">Your letter travels with us.</p>", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Thank you", mail.Html, StringComparison.Ordinal);

        await world.Account.Container(Containers.Episodes).GetBlobClient("rail/theme/mail/ack.text.liquid").DeleteAsync(cancellationToken: Cancellation);
        await world.UploadAsync("rail/theme/mail/forward.html.liquid", "<h1>{{ name }}</h1>{{ text }}<a href=\"{{ review }}\">{{ words.publish }}</a>");
        await world.SettleAsync();
        await world.DeliverAsync(SampleLetter.From("Bo <i>", "bo@example.com", "Hello.", "bo@mail.example"), "bo@example.com");
        Assert.StartsWith("Thank you", Assert.Single(world.SentTo("bo@example.com")).Text, StringComparison.Ordinal);
        var forward = world.SentTo(LetterWorld.Ida)[^1];
        Assert.StartsWith("<h1>Bo", forward.Html, StringComparison.Ordinal);
        Assert.Contains(">Publish</a>", forward.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ack.text.liquid", "Thanks\n\n{% if show %}never ended", 3, "")]
    [InlineData("ack.text.liquid", "Thanks\nDear {{ nmae }},\n", 2, "nmae")]
    [InlineData("ack.html.liquid", "<p>{{ show | shout }}</p>", null, "shout")]
    [InlineData("ack.text.liquid", "Thanks\n{% for a in (1..1000000000) %}{% endfor %}", 2, "range")]
    [InlineData("ack.text.liquid", "Thanks\n{% if show %}{{ (1..9) | size }}{% endif %}", 2, "range")]
    [InlineData("ack.text.liquid", "  \n", null, "writes nothing")]
    [InlineData("ack.text.liquid", "A subject alone", null, "no text")]
    [InlineData("ack.text.liquid", "Thanks\n{% include 'secrets' %}", null, "")]
    [InlineData("thanks.liquid", "Thanks\n", null, "not used")]
    public async Task A_template_with_a_mistake_is_reported_and_the_built_in_one_is_used(string name, string source, int? line, string told)
    {
        await using var world = await RailAsync();
        await world.UploadAsync("rail/theme/mail/" + name, source);
        await world.SettleAsync();
        var report = (await world.Account.Container(Containers.Reports).GetBlobClient("rail/show.report.json").DownloadContentAsync(Cancellation)).Value.Content.ToString();
        var problem = Assert.Single(System.Text.Json.Nodes.JsonNode.Parse(report)!["problems"]!.AsArray(), p => p!["file"]!.GetValue<string>() == "theme/mail/" + name)!;
        Assert.Contains(told, problem["message"]!.GetValue<string>(), StringComparison.Ordinal);
        if (line is not null) Assert.Equal(line, problem["line"]!.GetValue<int>());
        await world.DeliverAsync(SampleLetter.Ana());
        var mail = Assert.Single(world.SentTo(LetterWorld.Ana));
        Assert.Equal("Thank you for your letter to Rail", mail.Subject);
        Assert.Contains("Thank you for writing to Rail.", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_built_in_templates_pass_the_check_of_shows_own() =>
        Assert.All(MailTemplates.Files(), file => Assert.Null(MailTemplate.Fault(file, MailResources.Text(file), MailSamples.Of(file.Split('.')[0]))));

    [Fact]
    public void Every_value_of_a_template_is_documented()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Functions.sln"))) root = Path.GetDirectoryName(root)!;
        var document = File.ReadAllText(Path.Combine(root, "docs", "mail.md"));
        foreach (var name in Names)
        {
            var row = document.Split('\n').Single(l => l.StartsWith($"| `{name}` |", StringComparison.Ordinal));
            Assert.All(MailSamples.Of(name).Keys.Except(["show", "language", "direction", "words"]), value => Assert.Contains($"`{value}`", row, StringComparison.Ordinal));
        }
    }

    private static Show ShowIn(string language) => ShowDefaults.For("rail") with { Title = "Rail", Language = language };

    private async Task<LetterWorld> RailAsync() => await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}

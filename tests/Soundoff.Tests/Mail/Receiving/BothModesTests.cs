using Soundoff.Mail.Matching;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Sorting;
using Soundoff.Tests.Mail.Reading;
using Soundoff.Tests.Mail.Sorting;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Receiving;

/// <summary>Every message among the fixtures, posted in raw and in default mode, kept, and read again from what was kept: one letter.</summary>
public class BothModesTests(AzuriteFixture azurite)
{
    private const int SideBySide = 4;

    /// <summary>What default mode cannot carry, by message: the provider has taken it apart before we see it.</summary>
    private static readonly Dictionary<string, string> Lost = new(StringComparer.Ordinal)
    {
        ["apple-text-picture-text.eml"] = "One text is carried; the second comes as a file.",
        ["bare-cr.eml"] = "A provider finds no end of the header.",
        ["bare-cr-mbox.eml"] = "A provider finds no end of the header.",
        ["border-none-at-all.eml"] = "A provider finds no parts.",
        ["border-unfolded.eml"] = "A provider finds no parts in the part.",
        ["border-wrong.eml"] = "A provider finds no parts.",
        ["content-type-lost.eml"] = "A provider takes the parts for one plain text, and says so.",
        ["empty-message.eml"] = "Nothing can be taken apart.",
        ["enriched-text.eml"] = "A provider takes text/enriched for a file.",
        ["file-name-empty-charset.eml"] = "A provider takes the empty charset for a part of the name.",
        ["file-name-empty-charset-parts.eml"] = "A provider takes the empty charset for a part of the name.",
        ["file-name-language-alone.eml"] = "A provider takes the language for a part of the name.",
        ["keep-two-texts-mixed.eml"] = "One text is carried.",
        ["mbox-line-and-blank-lines.eml"] = "A provider ends the header at the first blank line.",
        ["no-header-at-all.eml"] = "Nothing can be taken apart.",
        ["quoted-printable-damaged.eml"] = "A provider has decoded what is quoted and kept what is damaged.",
        ["quoted-printable-spaces-at-soft-breaks.eml"] = "A provider has decoded what is quoted and kept the soft breaks that spaces follow.",
        ["rubbish-before-header.eml"] = "Nothing can be taken apart.",
    };

    [Fact]
    public async Task A_message_is_the_same_letter_in_raw_and_in_default_mode()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var fixtures = MailTwin.Names.Select(n => (Name: n + ".eml", Raw: MailTwin.Raw(n), From: (string?)"anna@example.org", To: (string[])["contact@airwaves.example"], Known: new Known { Contacts = SortingFixture.Contacts }))
            .Concat(SortingFixture.Names.Select(n => SortingFixture.Read(n.Data)).Zip(SortingFixture.Names, (f, n) => (Name: n.Data, f.Raw, From: f.Delivery.From, To: f.Delivery.To.ToArray(), f.Known))).ToList();
        var differences = new System.Collections.Concurrent.ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(fixtures, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = TestContext.Current.CancellationToken }, async (fixture, _) =>
        {
            var raw = await LetterAsync(room, InboundPost.Raw(fixture.Raw, fixture.From, fixture.To), fixture.Known);
            var rebuilt = TakenApart(fixture.Raw, fixture.From, fixture.To) is { } post ? await LetterAsync(room, post, fixture.Known) : "What has no header is not taken apart.";
            if (raw != rebuilt) differences[fixture.Name] = $"{fixture.Name}\n--- raw\n{raw}\n--- default\n{rebuilt}";
        });
        Assert.True(fixtures.Count >= 300, "Fixtures are missing.");
        Assert.Empty(differences.Keys.Except(Lost.Keys).Select(name => differences[name]));
        Assert.Empty(Lost.Keys.Except(differences.Keys));
    }

    private static InboundPost? TakenApart(byte[] raw, string? from, string[] to)
    {
        try
        {
            return InboundPost.Default(raw, from, to);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static async Task<string> LetterAsync(Mailroom room, InboundPost post, Known known)
    {
        await using var body = await ReceivedBody.ReadAsync(new MemoryStream(post.Body), default, null, long.MaxValue, TestContext.Current.CancellationToken);
        await using var message = await InboundMessage.ReadAsync(post.ToRequest(), body!, room.Clock.Now, TestContext.Current.CancellationToken);
        Assert.Equal(200, await room.PostSignedAsync(post));

        var kept = (await room.Store.FindAsync(message.Mail.Id, TestContext.Current.CancellationToken))!;
        await using var stream = await room.Store.OpenAsync(kept.Id, TestContext.Current.CancellationToken);
        var mail = MailReader.Read(stream);
        var verdict = MailSorter.Sort(mail, kept.Delivery, known);
        var match = EpisodeMatcher.Match(mail, kept.Delivery, SortingFixture.AllShows);
        return string.Join('\n', [
            $"{verdict.Class} {verdict.Rule} {match.Show} {match.Slug} {match.Rule}", $"{mail.Address} {mail.Name} {mail.MessageId} {mail.Date} {string.Join(' ', mail.Answers)}", mail.Subject,
            .. mail.Attachments.Select(a => $"{a.Name} {a.Type} {a.Size} {a.Handling}"), mail.Text,
        ]);
    }
}

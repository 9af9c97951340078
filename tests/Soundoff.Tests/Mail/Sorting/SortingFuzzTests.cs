using Soundoff.Mail.Matching;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting;
using Soundoff.Mail.Sorting.Bounces;
using Soundoff.Mail.Sorting.Person;

namespace Soundoff.Tests.Mail.Sorting;

public class SortingFuzzTests
{
    private const int PerFixture = 40;

    public static TheoryData<string> Names => SortingFixture.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_damaged_message_is_still_understood(string name)
    {
        var fixture = SortingFixture.Read(name);
        var random = new Random(20260310);
        for (var i = 0; i < PerFixture; i++) Understand(fixture, Damaged(fixture.Raw, random));
    }

    // Every scan is linear: what a megabyte of one sign, one word or one broken link costs is bounded by how much is looked at.
    [Theory]
    [InlineData(" ")]
    [InlineData("a")]
    [InlineData("\n> ")]
    [InlineData("<a@b")]
    [InlineData("From: a\n")]
    [InlineData("https://airwaves.example/airwaves/%25%2525")]
    [InlineData("Status: 5.1.1\nAction: failed\n")]
    [InlineData("do not publish ")]
    [InlineData("please do\n\n|not publish")]
    [InlineData("550 5.1.1 said error 55")]
    [InlineData("Episode 4 S1E")]
    [InlineData("\uD83D")]
    [InlineData("\u0301")]
    [InlineData("“Hope")]
    public void A_million_repetitions_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var fixture = SortingFixture.Read("bounce-qmail.eml");
        foreach (var subject in new[] { "failure notice", "Out of office", "Your ticket", text })
            Everything(fixture, fixture.Mail with { Subject = subject, Text = text, WholeText = text, Name = text, Answers = [text], MessageId = text });
    }

    private static byte[] Damaged(byte[] raw, Random random)
    {
        var damaged = raw.ToList();
        for (var wounds = random.Next(1, 10); wounds > 0 && damaged.Count > 0; wounds--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(5))
            {
                case 0: damaged[at] = (byte)random.Next(256); break;
                case 1: damaged.Insert(at, (byte)"\r\n:;<>@=+%\"\\\0-. "[random.Next(16)]); break;
                case 2: damaged.RemoveRange(at, Math.Min(random.Next(1, 40), damaged.Count - at)); break;
                case 3: damaged.InsertRange(at, damaged.Skip(random.Next(damaged.Count)).Take(random.Next(80)).ToArray()); break;
                default: if (random.Next(8) == 0) damaged.RemoveRange(at, damaged.Count - at); break;
            }
        }

        return [.. damaged];
    }

    private static void Understand(SortingFixture fixture, byte[] raw) => Everything(fixture, MailReader.Read(raw));

    private static void Everything(SortingFixture fixture, ReadMail mail)
    {
        var delivery = fixture.DeliveryOf(mail);
        var verdict = MailSorter.Sort(mail, delivery, fixture.Known);
        Assert.Contains(SortingRules.All, r => r.Name == verdict.Rule && r.Class == verdict.Class);
        _ = BounceReader.Read(mail, delivery, SortingFixture.Contacts);
        _ = EpisodeMentions.Unknown(mail, delivery, SortingFixture.AllShows);
        var match = EpisodeMatcher.Match(mail, delivery, SortingFixture.AllShows);
        Assert.Contains(EpisodeRules.All, r => r.Key == match.Rule);
        _ = PublicationWish.Of(mail);
        _ = SenderPlace.Of(mail);
        Assert.Equal(64, LetterKey.Of(mail).Length);
    }
}

using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Letters;

/// <summary>Everything that is sent is delivered to whoever it is for, and their machines answer, until nobody says anything more.</summary>
public sealed class LoopTests(AzuriteFixture azurite)
{
    private const int Standstill = 20;

    [Fact]
    public async Task Two_shows_that_write_to_each_other_fall_silent()
    {
        await using var world = await LetterWorld.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("one/show.yaml", "title: One\nlanguage: en\ncontact: one@radio.example\nmail: { hosts: [two@radio.example] }\n");
        await world.UploadAsync("two/show.yaml", "title: Two\nlanguage: en\ncontact: two@radio.example\nmail: { hosts: [one@radio.example] }\n");
        await world.SettleAsync();
        await world.DeliverAsync(SampleLetter.From("Two", "two@radio.example"), "two@radio.example", "one@radio.example");
        await world.DeliverAsync(SampleLetter.Ana(), to: "one@radio.example");
        Assert.Equal(1, await CirculateAsync(world, (mail, to) => to.EndsWith("@radio.example", StringComparison.Ordinal) ? mail.Raw(mail.From, to) : null));
    }

    [Fact]
    public async Task A_show_subscribed_to_itself_falls_silent()
    {
        await using var world = await LetterWorld.CreateAsync(azurite.NewAccount());
        await world.WithRailAsync("mail: { hosts: [contact@radio.example, ida@hosts.example] }");
        await world.DeliverAsync(SampleLetter.Ana());
        // Ida's mailbox passes everything on to the show.
        Assert.Equal(2, await CirculateAsync(world, (mail, to) => to == LetterWorld.Ida ? mail.Raw(mail.From, "contact@radio.example") : null));
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\n", true)]
    [InlineData("", true)]
    [InlineData("", false)]
    public async Task A_storm_of_absence_notices_falls_silent(string mark, bool named)
    {
        await using var world = await LetterWorld.CreateAsync(azurite.NewAccount());
        await world.WithRailAsync();
        var count = 0;
        await world.DeliverAsync(SampleLetter.Ana());
        // Even a machine that says nothing of being one gets one acknowledgement a day, and hosts are not flooded.
        var sent = await CirculateAsync(world, (mail, to) => to == LetterWorld.Ana
            ? SampleLetter.From("Ana Ruiz", to, $"I am away until the {++count}th.", $"{count}@mail.example", named ? "Out of office" : "Hello", mark)
            : null);
        Assert.InRange(sent, 2, 3);
    }

    // Delivers what was sent until nothing new is; the number of all that was sent.
    private static async Task<int> CirculateAsync(LetterWorld world, Func<SentMail, string, string?> answer)
    {
        var read = 0;
        while (read < world.Provider.Taken.Count)
        {
            Assert.True(read < Standstill, "The mail goes round and round.");
            var mail = new SentMail(world.Provider.Taken[read++]);
            if (answer(mail, mail.To) is not { } back) continue;
            var to = mail.To.EndsWith("@radio.example", StringComparison.Ordinal) ? mail.To : mail.To == LetterWorld.Ida ? "contact@radio.example" : mail.From;
            await world.DeliverAsync(back, mail.To.EndsWith("@radio.example", StringComparison.Ordinal) || mail.To == LetterWorld.Ida ? mail.From : mail.To, to);
        }

        return read;
    }
}

using Soundoff.Mail.Answering;
using Soundoff.Mail.Sorting;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Letters;

public sealed class ContactFormTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_into_the_form_becomes_a_letter_and_nothing_is_sent_to_the_address_given()
    {
        await using var world = await RailAsync();
        var message = await WriteAsync(world);
        Assert.Equal(ContactOutcome.Taken, await SubmitAsync(world, message));
        Assert.Equal(ContactOutcome.Taken, await SubmitAsync(world, message));
        var letter = await world.OnlyLetterAsync();
        Assert.Equal((MailClass.Letter, "night", "Ana Ruiz", LetterWorld.Ana), (letter.Class, letter.Episode, letter.Content!.Name, letter.Content.Address));
        Assert.Equal(SampleLetter.Text, letter.Content.Text);
        Assert.Single(world.SentTo(LetterWorld.Ida));
        Assert.Empty(world.SentTo(LetterWorld.Ana));
    }

    [Fact]
    public async Task A_letter_needs_neither_name_nor_address()
    {
        await using var world = await RailAsync();
        Assert.Equal(ContactOutcome.Taken, await SubmitAsync(world, await WriteAsync(world) with { Name = null, Address = null }, episode: null));
        Assert.Equal((MailClass.Letter, null), ((await world.OnlyLetterAsync()).Class, (await world.OnlyLetterAsync()).Content!.Address));
    }

    [Fact]
    public async Task Of_robots_nothing_is_kept()
    {
        await using var world = await RailAsync();
        Assert.Equal(ContactOutcome.Taken, await SubmitAsync(world, await WriteAsync(world) with { Trap = "http://example.org/" }));
        Assert.Equal(ContactOutcome.TooSoon, await SubmitAsync(world, await WriteAsync(world, seconds: 1)));
        Assert.Empty(await world.LettersAsync());
    }

    [Fact]
    public async Task What_cannot_be_taken_is_told()
    {
        await using var world = await RailAsync();
        var message = await WriteAsync(world);
        Assert.Equal(ContactOutcome.TextUnfit, await SubmitAsync(world, message with { Text = " " }));
        Assert.Equal(ContactOutcome.AddressUnfit, await SubmitAsync(world, message with { Address = "ana" }));
        Assert.Equal(ContactOutcome.AddressUnfit, await SubmitAsync(world, message with { Address = "ana@example.com\r\nBcc: bo@example.com" }));
        Assert.Equal(ContactOutcome.FormInvalid, await SubmitAsync(world, message with { Form = "made.up" }));
        Assert.Empty(await world.LettersAsync());
        Assert.Null(await world.Get<ContactForm>().FindAsync("nowhere", "night", Cancellation));
    }

    [Fact]
    public async Task One_address_writes_five_an_hour()
    {
        await using var world = await RailAsync();
        for (var i = 0; i < 5; i++) Assert.Equal(ContactOutcome.Taken, await SubmitAsync(world, await WriteAsync(world) with { Text = $"Letter {i}." }));
        Assert.Equal(ContactOutcome.TooMany, await SubmitAsync(world, await WriteAsync(world)));
    }

    private static async Task<ContactMessage> WriteAsync(LetterWorld world, int seconds = 20)
    {
        var form = await world.Get<ContactForm>().BeginAsync(Cancellation);
        world.Clock.Now = world.Clock.Now.AddSeconds(seconds);
        return new() { Form = form, Name = "Ana Ruiz", Address = LetterWorld.Ana, Text = SampleLetter.Text };
    }

    private static async Task<ContactOutcome> SubmitAsync(LetterWorld world, ContactMessage message, string? episode = "night")
    {
        var form = world.Get<ContactForm>();
        var outcome = await form.SubmitAsync((await form.FindAsync("rail", episode, Cancellation))!, message, Cancellation);
        await world.SettleAsync();
        return outcome;
    }

    private async Task<LetterWorld> RailAsync() => await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
}

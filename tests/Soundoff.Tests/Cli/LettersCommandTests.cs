using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.Cli;
using Soundoff.Mail.Keeping;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Cli;

/// <summary>The commands for letters, run from outside on the storage of an engine that handles what they cause.</summary>
public sealed class LettersCommandTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly string _account = azurite.NewAccount();
    private LetterWorld _world = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await (await LetterWorld.CreateAsync(_account)).WithRailAsync();
        await _world.DeliverAsync(SampleLetter.Ana());
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Letters_are_listed_newest_first_by_show_episode_class_and_state()
    {
        _world.Clock.Now = _world.Clock.Now.AddMinutes(1);
        await _world.DeliverAsync(SampleLetter.From("Bo", "bo@example.com", "Another.", "bo@mail.example"), "bo@example.com", "contact+first@radio.example");
        _world.Clock.Now = _world.Clock.Now.AddMinutes(1);
        await _world.DeliverAsync(SampleLetter.From("Cy", "cy@example.com", "Cheap watches.", "cy@mail.example"), "cy@example.com", spam: "9.1");
        Assert.Equal(["Cy", "Bo", "Ana Ruiz"], await NamesAsync());
        Assert.Equal(["Cy", "Bo", "Ana Ruiz"], await NamesAsync("rail"));
        Assert.Empty(await NamesAsync("other"));
        Assert.Equal(["Bo"], await NamesAsync("--episode", "first"));
        Assert.Equal(["Cy"], await NamesAsync("rail", "--class", "spam"));
        Assert.Equal(["Cy", "Bo"], await NamesAsync("--state", "waiting", "--count", "2"));

        var table = await RunAsync("list");
        Assert.Matches(@"Ana Ruiz +rail/night +letter +waiting +The sleeper to Trieste was never late", table.Output);
        Assert.Contains("There are more", (await RunAsync("list", "--count", "2")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_names_no_show_is_listed_under_a_dash()
    {
        await _world.UploadAsync("other/show.yaml", "title: Other\nlanguage: en\ncontact: contact@other.example\n");
        await _world.UploadAsync("other/one.md", "# One\n\nText.");
        await _world.SettleAsync();
        await _world.DeliverAsync(SampleLetter.From("Di", "di@example.com", "For whom?", "di@mail.example"), "di@example.com", "nobody@elsewhere.example");
        Assert.Equal(["Di"], await NamesAsync("-"));
    }

    [Fact]
    public async Task A_letter_is_shown_whole_by_the_beginning_of_its_id()
    {
        var letter = await _world.OnlyLetterAsync();
        var run = await RunAsync("show", letter.Id[..14]);
        Assert.Equal(ExitCode.Good, run.ExitCode);
        foreach (var told in new[] { letter.Id, "episode.recipient: The envelope's recipient names the episode.", "letter: None of the others: a person writes.", "Ana Ruiz <ana@example.com>", "About sleepers", "My grandfather kept its clock.", "spam score 0.3, SPF passed", "acknowledged" })
            Assert.Contains(told, run.Output, StringComparison.Ordinal);
        var json = Assert.Single((await RunAsync("show", letter.Id, "--json")).Lines);
        Assert.Equal((SampleLetter.Text, 1), (json.GetProperty("text").GetString(), json.GetProperty("forwarded").GetInt32()));
    }

    [Fact]
    public async Task An_id_that_several_letters_begin_with_or_none_is_told()
    {
        await _world.DeliverAsync(SampleLetter.Ana("Another.", "two@mail.example"));
        var several = await RunAsync("show", "2026-03");
        Assert.Equal((ExitCode.Misused, ""), (several.ExitCode, several.Output));
        Assert.All(await _world.LettersAsync(), letter => Assert.Contains(letter.Id, several.Error, StringComparison.Ordinal));
        Assert.Equal(ExitCode.Misused, (await RunAsync("publish", "2031-01-01")).ExitCode);
        Assert.Contains("is no letter's id", (await RunAsync("hide", "Ana")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_letter_stands_on_its_page_and_a_hidden_one_does_not()
    {
        var id = (await _world.OnlyLetterAsync()).Id;
        Assert.Equal(ExitCode.Good, (await RunAsync("publish", id)).ExitCode);
        await _world.SettleAsync();
        Assert.Contains("Trieste", await _world.PageAsync(), StringComparison.Ordinal);
        Assert.Contains("<bdi>Ana</bdi>", await _world.PageAsync(), StringComparison.Ordinal);

        Assert.Equal(ExitCode.Good, (await RunAsync("publish", id, "--nameless", "--episode", "first")).ExitCode);
        await _world.SettleAsync();
        Assert.DoesNotContain("Trieste", await _world.PageAsync(), StringComparison.Ordinal);
        Assert.Contains("Trieste", await _world.PageAsync("first"), StringComparison.Ordinal);
        Assert.DoesNotContain("<bdi>Ana</bdi>", await _world.PageAsync("first"), StringComparison.Ordinal);

        Assert.Equal(ExitCode.Good, (await RunAsync("hide", id)).ExitCode);
        await _world.SettleAsync();
        Assert.DoesNotContain("Trieste", await _world.PageAsync("first"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_is_not_for_publication_is_published_only_with_a_written_consent()
    {
        await _world.DeliverAsync(SampleLetter.From("Bo", "bo@example.com", "Please do not publish this letter. I kept the clock.", "bo@mail.example"), "bo@example.com");
        var id = (await _world.LettersAsync()).Single(letter => letter.ForbidsPublication).Id;
        foreach (var args in new string[][] { ["publish", id], ["publish", id, "--override", "yes"], ["publish", id, "--episode", "first"] })
        {
            var refused = await RunAsync(args);
            Assert.Equal(ExitCode.NotPublished, refused.ExitCode);
            Assert.Contains("--override", refused.Error, StringComparison.Ordinal);
        }

        Assert.Equal("night", (await _world.Get<LetterStore>().FindAsync("rail", id, Cancellation))!.Episode);
        Assert.Equal(ExitCode.Good, (await RunAsync("publish", id, "--override", "her mail of 3 March")).ExitCode);
        await _world.SettleAsync();
        Assert.Contains("I kept the clock.", await _world.PageAsync(), StringComparison.Ordinal);
        Assert.Contains("her mail of 3 March", (await RunAsync("show", id)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_episode_that_is_not_there_is_told()
    {
        var run = await RunAsync("publish", (await _world.OnlyLetterAsync()).Id, "--episode", "none");
        Assert.Equal(ExitCode.NotPublished, run.ExitCode);
        Assert.Contains("no such episode", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blocked_author_writes_in_vain()
    {
        Assert.Equal(ExitCode.Good, (await RunAsync("block", (await _world.OnlyLetterAsync()).Id)).ExitCode);
        await _world.DeliverAsync(SampleLetter.Ana("Me again.", "two@mail.example"));
        Assert.Equal(["blocked", "letter"], (await RunAsync("list", "--json")).Lines.Select(line => line.GetProperty("class").GetString()).Order());
    }

    [Fact]
    public async Task Erasing_asks_first_and_leaves_nothing()
    {
        await RunAsync("publish", (await _world.OnlyLetterAsync()).Id);
        Assert.Equal(ExitCode.Misused, (await RunAsync("erase", "ana@example.com")).ExitCode);
        Assert.Equal(ExitCode.NotPublished, (await CommandRun.AskedAsync("n", "letters", "erase", "ana@example.com", "--storage", _account)).ExitCode);
        Assert.Single(await _world.LettersAsync());

        var erased = await CommandRun.AskedAsync("y", "letters", "erase", "Ana@Example.com", "--storage", _account);
        await _world.SettleAsync();
        Assert.Equal(ExitCode.Good, erased.ExitCode);
        foreach (var what in new[] { "removed published letter", "removed message inbound/", "removed text letters/", "removed sender" }) Assert.Contains(what, erased.Output, StringComparison.Ordinal);
        Assert.Empty(await _world.LettersAsync());
        Assert.Empty(await _world.BlobsAsync("inbound/"));
        Assert.Empty(await _world.BlobsAsync("letters/"));
        Assert.DoesNotContain("Trieste", await _world.PageAsync(), StringComparison.Ordinal);
        await foreach (var row in _world.Account.Table(Tables.Letters).QueryAsync<TableEntity>(cancellationToken: Cancellation)) Assert.DoesNotContain("Trieste", string.Join(" ", row.Select(property => property.Value)), StringComparison.Ordinal);
        Assert.Contains("Nothing is kept", (await RunAsync("erase", "ana@example.com", "--yes")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_with_another_secret_than_the_letters_were_kept_with_is_refused()
    {
        await _world.Account.Container(Containers.Mail).GetBlobClient("keys/secret").UploadAsync(BinaryData.FromBytes(new byte[32]), overwrite: true, Cancellation);
        var run = await RunAsync("erase", "ana@example.com", "--yes");
        Assert.Equal(ExitCode.CannotRun, run.ExitCode);
        Assert.Contains("SOUNDOFF_Mail__Secret", run.Error, StringComparison.Ordinal);
        Assert.Single(await _world.LettersAsync());
    }

    [Theory]
    [InlineData("nonsense!", "neither a connection string nor the name")]
    [InlineData("UseDevelopmentStorage=maybe", "cannot be reached by what --storage says")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=Zm9v;BlobEndpoint=http://127.0.0.1:9/a;QueueEndpoint=http://127.0.0.1:9/a;TableEndpoint=http://127.0.0.1:9/a;", "soundoff serve")]
    public async Task Storage_that_cannot_be_reached_is_told_with_what_to_do(string storage, string told)
    {
        var run = await CommandRun.Of("letters", "list", "--storage", storage);
        Assert.Equal((ExitCode.CannotRun, ""), (run.ExitCode, run.Output));
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Zm9v", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_without_a_Soundoff_is_told()
    {
        var run = await CommandRun.Of("letters", "list", "--storage", azurite.NewAccount());
        Assert.Equal(ExitCode.CannotRun, run.ExitCode);
        Assert.Contains("Nothing of Soundoff's", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.Of(["letters", .. args, "--storage", _account]);

    private async Task<IEnumerable<string?>> NamesAsync(params string[] args)
    {
        var run = await RunAsync(["list", .. args, "--json"]);
        Assert.True(run.ExitCode == ExitCode.Good, run.Error);
        return run.Lines.Select(line => line.GetProperty("name").GetString());
    }
}

using Azure.Storage.Blobs.Models;
using Soundoff.Account;
using Soundoff.Cli;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Cli;

/// <summary>status, redrive, reconcile and doctor, run from outside on the storage of an engine.</summary>
public sealed class OperationsCommandTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly string _account = azurite.NewAccount();
    private LetterWorld _world = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await (await LetterWorld.CreateAsync(_account)).WithRailAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Status_counts_episodes_tells_problems_and_shows_the_last_letters()
    {
        await _world.UploadAsync("rail/later.md", "---\ntitle: Later\ndate: 2036-01-01\n---\nText.");
        await _world.UploadAsync("rail/draft.md", "---\ntitle: Draft\ndraft: true\n---\nText.");
        await _world.UploadAsync("rail/bad.md", "---\ntitle: Bad\ndate: soon\n---\nText.");
        await _world.SettleAsync();
        await _world.DeliverAsync(SampleLetter.Ana());
        var run = await CommandRun.Of("status", "--storage", _account);
        Assert.Equal(ExitCode.Good, run.ExitCode);
        foreach (var told in new[] { "Rail /rail/", "2 live, 1 scheduled, 1 draft; no work waits", "refused  bad", "bad.md:3 date", "letter, waiting: The sleeper to Trieste", "All is well." })
            Assert.Contains(told, run.Output, StringComparison.Ordinal);

        var json = Assert.Single((await CommandRun.Of("status", "--json", "--storage", _account)).Lines);
        var show = json.GetProperty("shows")[0];
        Assert.Equal((2, 1, 1, "bad"), (show.GetProperty("live").GetInt32(), show.GetProperty("scheduled").GetInt32(), show.GetProperty("drafts").GetInt32(), show.GetProperty("problems")[0].GetProperty("slug").GetString()));
    }

    [Fact]
    public async Task Status_is_bad_while_a_message_is_poisoned_or_work_is_late()
    {
        await PoisonAsync(Queues.Letters, "one");
        var poisoned = await CommandRun.Of("status", "--storage", _account);
        Assert.Equal(ExitCode.NotPublished, poisoned.ExitCode);
        Assert.Matches("letters +0 +1", poisoned.Output);
        await _world.Account.Queue(Queues.Poison(Queues.Letters)).ClearMessagesAsync(Cancellation);

        // The engine's clock stands in the past, so what it lists is old.
        await _world.DeliverAsync(SampleLetter.Ana());
        await _world.Get<Soundoff.Mail.Reviewing.LetterDesk>().PublishAsync("rail", (await _world.OnlyLetterAsync()).Id, false, null, null, null, Cancellation);
        var late = await CommandRun.Of("status", "--storage", _account);
        Assert.Equal(ExitCode.NotPublished, late.ExitCode);
        Assert.Contains("work waits since", late.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redriven_messages_are_on_their_queue_in_their_order_and_others_stay()
    {
        foreach (var number in Enumerable.Range(1, 40)) await PoisonAsync(Queues.Letters, $"letter {number:00}");
        await PoisonAsync(Queues.ShowUpdates, "rail");
        var run = await CommandRun.Of("redrive", Queues.Letters, "--storage", _account);
        Assert.Equal((ExitCode.Good, "letters: 40 put back." + Environment.NewLine), (run.ExitCode, run.Output));
        Assert.Equal(Enumerable.Range(1, 40).Select(number => $"letter {number:00}"), await DrainAsync(Queues.Letters));
        Assert.Equal(["rail"], await DrainAsync(Queues.Poison(Queues.ShowUpdates)));
        Assert.Contains("0 put back", (await CommandRun.Of("redrive", "--storage", _account)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_poisoned_letter_becomes_a_letter_when_it_is_redriven()
    {
        await _world.PostAsync(SampleLetter.Ana(), LetterWorld.Ana, "contact+night@radio.example");
        await PoisonAsync(Queues.Letters, Assert.Single(await DrainAsync(Queues.Letters)));
        await CommandRun.Of("redrive", "--storage", _account);
        await _world.SettleAsync();
        Assert.Equal(SampleLetter.Text, (await _world.OnlyLetterAsync()).Content!.Text);
    }

    [Fact]
    public async Task An_upload_whose_event_was_lost_is_found_by_reconcile()
    {
        await _world.Account.Container(Containers.Episodes).GetBlobClient("rail/lost.md").UploadAsync(BinaryData.FromString("# Lost and found\n\nText."), Cancellation);
        Assert.Equal(ExitCode.Good, (await CommandRun.Of("reconcile", "rail", "--storage", _account)).ExitCode);
        await _world.SettleAsync();
        Assert.Contains("Lost and found", await _world.PageAsync("lost"), StringComparison.Ordinal);

        var none = await CommandRun.Of("reconcile", "none", "--storage", _account);
        Assert.Equal(ExitCode.Misused, none.ExitCode);
        Assert.Contains("There is: rail.", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_finds_what_is_wrong_and_says_how_to_mend_it()
    {
        await _world.Account.Queue(Queues.ShowUpdates).DeleteAsync(Cancellation);
        await PoisonAsync(Queues.Letters, "one");
        var properties = (await _world.Account.Blobs.GetPropertiesAsync(Cancellation)).Value;
        properties.StaticWebsite = new BlobStaticWebsite { Enabled = false };
        await _world.Account.Blobs.SetPropertiesAsync(properties, Cancellation);

        var run = await CommandRun.Of("doctor", "--storage", _account);
        Assert.Equal(ExitCode.NotPublished, run.ExitCode);
        foreach (var told in new[] { "The static website is turned off", "--static-website --index-document", "there is no show-updates", "1 poisoned in letters-poison", "soundoff redrive letters", "Nothing answers at https://radio.example/robots.txt", "clock agrees" })
            Assert.Contains(told, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_finds_a_missing_container_and_a_missing_table()
    {
        await _world.Account.Container(Containers.Reports).DeleteAsync(cancellationToken: Cancellation);
        await _world.Account.Table(Tables.Letters).DeleteAsync(Cancellation);
        var run = await CommandRun.Of("doctor", "--storage", _account);
        Assert.Equal(ExitCode.NotPublished, run.ExitCode);
        Assert.Contains("Of the containers there is no reports.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Of the tables there is no Letters.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_tells_that_nothing_answers()
    {
        var run = await CommandRun.Of("doctor", "--storage", "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=Zm9v;BlobEndpoint=http://127.0.0.1:9/a;QueueEndpoint=http://127.0.0.1:9/a;TableEndpoint=http://127.0.0.1:9/a;");
        Assert.Equal(ExitCode.NotPublished, run.ExitCode);
        Assert.Contains("Start 'soundoff serve'", run.Output, StringComparison.Ordinal);
    }

    private async Task PoisonAsync(string queue, string message) => await _world.Account.Queue(Queues.Poison(queue)).SendMessageAsync(message, Cancellation);

    private async Task<IReadOnlyList<string>> DrainAsync(string queue)
    {
        var texts = new List<string>();
        while ((await _world.Account.Queue(queue).ReceiveMessagesAsync(32, TimeSpan.FromMinutes(5), Cancellation)).Value is { Length: > 0 } batch)
            foreach (var message in batch)
            {
                texts.Add(message.MessageText);
                await _world.Account.Queue(queue).DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
            }

        return texts;
    }
}

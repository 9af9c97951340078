using System.Globalization;
using System.Text;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Hosting;
using Soundoff.Mail;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Sorting;
using Soundoff.Publishing;
using Soundoff.Storage;
using Soundoff.Tests.Mail;

namespace Soundoff.Bench;

/// <summary>A show that receives mail on an emulator; what it sends goes to the outbox, or to a provider. Its handlers are called as a host would, without a host's waiting.</summary>
internal sealed class BenchMailroom
{
    private const string UrlKey = "0123456789abcdef0123456789abcdef";

    private readonly CountingPolicy _counter = new(Containers.Outbox);
    private readonly string _show;
    private readonly ServiceProvider _services;
    private readonly QueueClient _letters;

    private BenchMailroom(string connection, string show, Uri? provider)
    {
        _show = show;
        // A client of its own: the queue's requests are the host's.
        _letters = new(connection, Queues.Letters);
        var settings = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = connection,
            ["Site:BaseUrl"] = "https://radio.example/",
            ["Publishing:Settle"] = "00:00:00",
            ["Mail:UrlKey"] = UrlKey,
            ["Mail:Secret"] = UrlKey,
            ["Mail:ShowLettersPerHour"] = "1000000",
        };
        if (provider is not null) (settings["Mail:SendGridKey"], settings["Mail:SendGridUrl"]) = (SendGridServer.ApiKey, provider.AbsoluteUri);
        _services = new ServiceCollection()
            .AddSingleton(s => new StorageAccount(s.GetRequiredService<IOptions<StorageOptions>>(), _counter))
            .AddSoundoff(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
    }

    public int Operations => _counter.Total.Operations;

    public int OutboxOperations => _counter.Within;

    /// <param name="connection">The storage.</param>
    /// <param name="show">The show that receives letters.</param>
    /// <param name="provider">Where SendGrid's API answers; null for the outbox.</param>
    public static async Task<BenchMailroom> CreateAsync(string connection, string show, Uri? provider)
    {
        var room = new BenchMailroom(connection, show, provider);
        await room.Get<StorageSetup>().EnsureAsync(CancellationToken.None);
        foreach (var (file, text) in new[]
        {
            ("show.yaml", $"title: {show}\ncontact: contact@{show}.example\nmail: {{ hosts: [ida@hosts.example] }}\n"),
            ("night.md", string.Create(CultureInfo.InvariantCulture, $"---\ntitle: Night trains\ndate: {DateTimeOffset.UtcNow.AddDays(-1):yyyy-MM-dd}\n---\nThey run again.\n")),
        })
        {
            await room.Get<StorageAccount>().Container(Containers.Episodes).GetBlobClient($"{show}/{file}").UploadAsync(BinaryData.FromString(text), overwrite: true);
            await room.Get<EpisodePublisher>().HandleAsync(new BlobEvent($"{show}/{file}"), CancellationToken.None);
        }

        return room;
    }

    /// <summary>Posts letters as a provider would, each by another listener.</summary>
    public Task ReceiveAsync(int first, int count, int sideBySide) =>
        Parallel.ForEachAsync(Enumerable.Range(first, count), new ParallelOptions { MaxDegreeOfParallelism = sideBySide }, async (number, cancellation) =>
        {
            var raw = Encoding.ASCII.GetString(SampleMessage.OfSize(5000)).Replace("anna@", $"anna{number}@", StringComparison.Ordinal).Replace("<a1@", $"<{_show}-{number}@", StringComparison.Ordinal);
            var query = new Dictionary<string, string> { ["key"] = UrlKey, ["from"] = $"anna{number}@example.org", ["to"] = $"contact+night@{_show}.example" };
            var request = new InboundRequest(new MemoryStream(Encoding.ASCII.GetBytes(raw)), "message/rfc822", Vouched, query.GetValueOrDefault);
            if (await Get<InboundMail>().ReceiveAsync(request, cancellation) is not 200 and var status) throw new InvalidOperationException($"A letter was answered with {status}.");
        });

    /// <summary>Handles all that is in the queue.</summary>
    public async Task HandleAsync(int sideBySide)
    {
        while ((await _letters.ReceiveMessagesAsync(32)).Value is { Length: > 0 } messages)
        {
            await Parallel.ForEachAsync(messages, new ParallelOptions { MaxDegreeOfParallelism = sideBySide }, async (message, cancellation) =>
            {
                await Get<LetterReceiver>().HandleAsync(message.MessageText, cancellation);
                await _letters.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
            });
        }
    }

    /// <exception cref="InvalidOperationException">Not every letter was stored, forwarded and acknowledged.</exception>
    public async Task CheckAsync(int count)
    {
        var done = 0;
        await foreach (var letter in Get<LetterStore>().ListAsync(_show, CancellationToken.None))
            if (letter is { Class: MailClass.Letter, Acknowledged: true, Forwarded.Count: 1, Episode: "night" }) done++;
        if (done != count) throw new InvalidOperationException($"Of {count} letters {done} went the whole way.");
    }

    // Only who is vouched for is acknowledged.
    private static string? Vouched(string header) => header.Equals("X-Spf", StringComparison.OrdinalIgnoreCase) ? "pass" : null;

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();
}

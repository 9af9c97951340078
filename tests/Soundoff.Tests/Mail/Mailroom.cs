using System.Security.Cryptography;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Hosting;
using Soundoff.Mail.Receiving;
using Soundoff.Tests.Publishing;

namespace Soundoff.Tests.Mail;

/// <summary>An engine on an account of its own that receives mail: what is posted to it, and what storage then holds.</summary>
public sealed class Mailroom
{
    /// <summary>The key in the URL.</summary>
    public const string UrlKey = "0123456789abcdef0123456789abcdef";

    private readonly string _connection;

    private Mailroom(string connection, ServiceProvider services, SettableClock clock, ECDsa key) => (_connection, Services, Clock, Key) = (connection, services, clock, key);

    public ServiceProvider Services { get; }
    public SettableClock Clock { get; }

    /// <summary>Signs as SendGrid would.</summary>
    public ECDsa Key { get; }

    public MailStore Store => Services.GetRequiredService<MailStore>();

    /// <param name="connection">A storage account that nobody else uses.</param>
    /// <param name="policy">Sees every storage request of the engine.</param>
    /// <param name="settings">Over the usual ones; null takes one away.</param>
    public static async Task<Mailroom> CreateAsync(string connection, HttpPipelinePolicy? policy = null, params (string Name, string? Value)[] settings)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var values = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = connection,
            ["Site:BaseUrl"] = "https://radio.example/",
            ["Mail:Domain"] = "radio.example",
            ["Mail:SignatureKey"] = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
            ["Mail:UrlKey"] = UrlKey,
        };
        foreach (var (name, value) in settings) values[name] = value;
        var clock = new SettableClock(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(s => new StorageAccount(s.GetRequiredService<IOptions<StorageOptions>>(), policy));
        services.AddSoundoff(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        var room = new Mailroom(connection, services.BuildServiceProvider(), clock, key);
        await room.Services.GetRequiredService<StorageSetup>().EnsureAsync(TestContext.Current.CancellationToken);
        return room;
    }

    /// <summary>Signs a post and makes it.</summary>
    public Task<int> PostSignedAsync(InboundPost post) => PostAsync(post.Sign(Key, Clock.Now));

    /// <summary>Makes a post as it is.</summary>
    public Task<int> PostAsync(InboundPost post) =>
        Services.GetRequiredService<InboundMail>().ReceiveAsync(post.ToRequest(), TestContext.Current.CancellationToken);

    /// <summary>Names of all blobs of the <c>mail</c> container, also of those never committed.</summary>
    public async Task<IReadOnlyList<string>> BlobsAsync(string prefix = "")
    {
        var names = new List<string>();
        await foreach (var blob in Account.Container(Containers.Mail).GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted, prefix, TestContext.Current.CancellationToken)) names.Add(blob.Name);
        return names;
    }

    /// <summary>Ids on the queue, each time they were told.</summary>
    public async Task<IReadOnlyList<string>> QueuedAsync()
    {
        var messages = await new Azure.Storage.Queues.QueueClient(_connection, Queues.Letters).PeekMessagesAsync(32, TestContext.Current.CancellationToken);
        return [.. messages.Value.Select(m => Soundoff.Storage.WakeUp.Parse(m.MessageText).Name)];
    }

    /// <summary>The one message that is kept, and its bytes.</summary>
    public async Task<(KeptMail Mail, byte[] Bytes)> OnlyAsync()
    {
        var id = Assert.Single((await QueuedAsync()).Distinct());
        Assert.Equal([MailStore.RawName(id), MailStore.FactsName(id)], await BlobsAsync(MailStore.Folder));
        var mail = await Store.FindAsync(id, TestContext.Current.CancellationToken);
        await using var stream = await Store.OpenAsync(id, TestContext.Current.CancellationToken);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return (mail!, bytes.ToArray());
    }

    private StorageAccount Account => Services.GetRequiredService<StorageAccount>();
}

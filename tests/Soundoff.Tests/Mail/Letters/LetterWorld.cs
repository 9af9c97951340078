using System.Text;
using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Cli.Letters.Posting;
using Soundoff.Hosting;
using Soundoff.Mail;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Sending;
using Soundoff.Publishing;
using Soundoff.Publishing.Rendering;
using Soundoff.Storage;
using Soundoff.Tests.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Letters;

/// <summary>A whole engine with shows on air and a mail provider of its own: messages are posted as the provider would, and handled until all is quiet.</summary>
public sealed class LetterWorld : IAsyncDisposable
{
    public const string Ana = "ana@example.com";
    public const string Ida = "ida@hosts.example";

    private readonly string _connection;

    private LetterWorld(string connection, SendGridServer provider, ServiceProvider services, SettableClock clock, LogLines log) =>
        (_connection, Provider, Services, Clock, Log) = (connection, provider, services, clock, log);

    public SendGridServer Provider { get; }
    public ServiceProvider Services { get; }
    public SettableClock Clock { get; }
    public LogLines Log { get; }
    public StorageAccount Account => Get<StorageAccount>();

    /// <summary>The account, for clients that no fault policy breaks.</summary>
    public string Connection => _connection;

    /// <param name="connection">A storage account that nobody else uses.</param>
    /// <param name="policy">Sees every storage request of the engine.</param>
    /// <param name="break">Stands around the sender; null for the sender as it is.</param>
    /// <param name="settings">Over the usual ones.</param>
    public static async Task<LetterWorld> CreateAsync(
        string connection, HttpPipelinePolicy? policy = null, Func<IMailSender, IMailSender>? @break = null, params (string Name, string Value)[] settings)
    {
        var provider = await SendGridServer.StartAsync(TestContext.Current.CancellationToken);
        var values = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = connection,
            ["Site:BaseUrl"] = "https://radio.example/",
            ["Publishing:Settle"] = "00:00:00",
            ["Mail:Domain"] = "radio.example",
            ["Mail:UrlKey"] = Mailroom.UrlKey,
            ["Mail:SendGridKey"] = SendGridServer.ApiKey,
            ["Mail:SendGridUrl"] = provider.Url.AbsoluteUri,
        };
        foreach (var (name, value) in settings) values[name] = value;
        var clock = new SettableClock(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var log = new LogLines();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(s => new StorageAccount(s.GetRequiredService<IOptions<StorageOptions>>(), policy));
        services.AddSoundoff(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        if (@break is not null)
        {
            var made = services.Last(s => s.ServiceType == typeof(IMailSender)).ImplementationFactory!;
            services.AddSingleton(s => @break((IMailSender)made(s)));
        }

        var world = new LetterWorld(connection, provider, services.BuildServiceProvider(), clock, log);
        await world.Get<StorageSetup>().EnsureAsync(TestContext.Current.CancellationToken);
        return world;
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A show with two episodes, the newest of February, and one host.</summary>
    public async Task<LetterWorld> WithRailAsync(string mail = "mail: { hosts: [ida@hosts.example] }")
    {
        await UploadAsync("rail/show.yaml", $"title: Rail\nlanguage: en\ncontact: contact@radio.example\n{mail}\n");
        await UploadAsync("rail/first.md", "---\ntitle: First departure\ndate: 2026-01-02\n---\nThe text.\n");
        await UploadAsync("rail/night.md", "---\ntitle: Night trains\ndate: 2026-02-26\n---\nThey run again.\n");
        await SettleAsync();
        return this;
    }

    public async Task UploadAsync(string path, string text)
    {
        await Account.Container(Containers.Episodes).GetBlobClient(path).UploadAsync(BinaryData.FromString(text), overwrite: true, TestContext.Current.CancellationToken);
        await Account.Queue(Queues.EpisodeEvents).SendMessageAsync(BlobEvent.Json(path), TestContext.Current.CancellationToken);
    }

    /// <summary>Posts a message as the provider would.</summary>
    public async Task PostAsync(string message, string? from, string to, string spf = "pass", string spam = "0.3", string dkim = "none")
    {
        var bytes = Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n"));
        var form = new MultipartBody().Add("SPF", spf).Add("dkim", dkim).Add("spam_score", spam)
            .Add("envelope", System.Text.Json.JsonSerializer.Serialize(new { to = new[] { to }, from })).Add("email", bytes).ToArray();
        var post = new InboundPost(form, MultipartBody.ContentType).WithKey(Mailroom.UrlKey);
        Assert.Equal(200, await Get<InboundMail>().ReceiveAsync(post.ToRequest(), TestContext.Current.CancellationToken));
    }

    /// <summary>Posts it and handles all that follows.</summary>
    public async Task DeliverAsync(string message, string? from = Ana, string to = "contact+night@radio.example", string spf = "pass", string spam = "0.3", string dkim = "none")
    {
        await PostAsync(message, from, to, spf, spam, dkim);
        await SettleAsync();
    }

    /// <summary>Runs all handlers until no queue holds anything.</summary>
    /// <param name="crashes">Whether a handler may crash: its message then returns, as it does under a host.</param>
    public async Task SettleAsync(bool crashes = false)
    {
        while (await StepAsync(Queues.EpisodeEvents, (m, c) => Get<EpisodePublisher>().HandleAsync(BlobEvent.Parse(m), c), crashes)
            || await StepAsync(Queues.ShowUpdates, (m, c) => Get<ShowRenderer>().HandleAsync(m, c), crashes)
            || await StepAsync(Queues.Letters, (m, c) => Get<LetterReceiver>().HandleAsync(m, c), crashes))
        {
        }
    }

    /// <summary>What was sent to an address, as the provider took it.</summary>
    public IReadOnlyList<SentMail> SentTo(string address) => [.. Provider.Taken.Select(m => new SentMail(m)).Where(m => m.To == address)];

    /// <summary>The letters of a show with their contents, newest first.</summary>
    public async Task<IReadOnlyList<Letter>> LettersAsync(string show = "rail")
    {
        var letters = new List<Letter>();
        await foreach (var letter in Get<LetterStore>().ListAsync(show, TestContext.Current.CancellationToken))
            letters.Add((await Get<LetterStore>().WithContentAsync(letter, TestContext.Current.CancellationToken))!);
        return letters;
    }

    public async Task<Letter> OnlyLetterAsync(string show = "rail") => Assert.Single(await LettersAsync(show));

    /// <summary>Names of the blobs of the <c>mail</c> container.</summary>
    public async Task<IReadOnlyList<string>> BlobsAsync(string prefix = "")
    {
        var names = new List<string>();
        await foreach (var blob in Account.Container(Containers.Mail).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, TestContext.Current.CancellationToken)) names.Add(blob.Name);
        return names;
    }

    /// <summary>An episode's page.</summary>
    public async Task<string> PageAsync(string slug = "night") =>
        (await Account.Container(Containers.Site).GetBlobClient($"rail/{slug}/index.html").DownloadContentAsync(TestContext.Current.CancellationToken)).Value.Content.ToString();

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await Provider.DisposeAsync();
        await EmulatedAccounts.EmptyAsync(_connection);
    }

    private Task<bool> StepAsync(string name, Func<string, CancellationToken, Task> handle, bool crashes) => TestQueue.StepAsync(
        _connection, name, message => handle(message, TestContext.Current.CancellationToken), crash => crashes && crash is CrashException or MailNotSentException);
}

/// <summary>A message as the provider took it.</summary>
public sealed record SentMail(JsonNode Json)
{
    public string To => Json["personalizations"]![0]!["to"]![0]!["email"]!.GetValue<string>();
    public string From => Json["from"]!["email"]!.GetValue<string>();
    public string FromName => Json["from"]!["name"]!.GetValue<string>();
    public string? ReplyTo => Json["reply_to"]?["email"]?.GetValue<string>();
    public string Subject => (Json["subject"] ?? Json["personalizations"]![0]!["subject"])!.GetValue<string>();
    public string Text => Json["content"]![0]!["value"]!.GetValue<string>();
    public string Html => Json["content"]![1]!["value"]!.GetValue<string>();
    public string? Header(string name) => Json["headers"]?[name]?.GetValue<string>();

    /// <summary>The first signed link.</summary>
    public string Token => System.Text.RegularExpressions.Regex.Match(Text, @"api/review#([\w.\-]+)").Groups[1].Value;

    /// <summary>The message as it arrives at its reader.</summary>
    public string Raw(string from, string to) =>
        $"From: {from}\nTo: {to}\nSubject: {Subject}\n" + string.Concat(Json["headers"]!.AsObject().Select(h => $"{h.Key}: {h.Value}\n")) + $"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{Text}";
}

/// <summary>All that was logged.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public string All => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{eventId.Id} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}

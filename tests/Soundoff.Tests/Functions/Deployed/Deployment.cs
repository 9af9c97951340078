using System.Security.Cryptography;
using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.FunctionsHost;
using Soundoff.Tests.Mail;
using Soundoff.Tests.Publishing;

namespace Soundoff.Tests.Functions.Deployed;

/// <summary>A station as it is deployed: an account with what the infrastructure makes, and the app in a process of its own under a host.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    private readonly FunctionsApp _app;

    private Deployment(World world, FunctionsApp app, ECDsa signer) => (World, _app, Signer) = (world, app, signer);

    /// <summary>The account, as a publisher and the public see it. Its engine handles nothing.</summary>
    public World World { get; }

    public RunningApp App { get; private set; } = null!;

    /// <summary>Signs as the mail provider does.</summary>
    public ECDsa Signer { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="connection">A storage account that nobody else uses.</param>
    /// <param name="folder">Where the app's output is.</param>
    /// <param name="isSigned">Whether mail must come signed; else the key in the address is enough.</param>
    public static async Task<Deployment> StartAsync(string connection, string folder, bool isSigned = true)
    {
        var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var settings = new Dictionary<string, string>
        {
            ["Site__BaseUrl"] = "https://radio.example/",
            ["Publishing__Settle"] = "00:00:00",
            ["Mail__Domain"] = "radio.example",
            ["Mail__ApiUrl"] = "https://functions.example/",
            ["Mail__UrlKey"] = Mailroom.UrlKey,
            // What is handed back after a failure is tried again at once, and not after half a minute.
            ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:01",
        };
        if (isSigned) settings["Mail__SignatureKey"] = Convert.ToBase64String(signer.ExportSubjectPublicKeyInfo());
        var deployment = new Deployment(await World.CreateAsync(connection), new FunctionsApp(folder, connection, settings), signer);
        await deployment.RestartAsync();
        return deployment;
    }

    /// <summary>Starts another instance, after the first has ended.</summary>
    public async Task RestartAsync()
    {
        if (App is not null) await App.DisposeAsync();
        App = await RunningApp.StartAsync(_app, Cancellation);
    }

    /// <summary>Waits until the public can read this at a path of the site.</summary>
    public Task ShowsAsync(string path, string text) => Eventually.BecomesTrueAsync($"{path} shows '{text}'", async () => (await World.ReadAsync(path))?.Contains(text, StringComparison.Ordinal) == true);

    /// <summary>Waits until all events of uploads are handled and no work is listed. Wake-ups of shows may be left: they may come late, and find nothing to do.</summary>
    public Task QuietAsync() => Eventually.BecomesTrueAsync("all uploads are published", async () => await World.DelayedAsync(Queues.EpisodeEvents) == 0 && !await HasWorkAsync());

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        // Is shown with a test that failed.
        TestContext.Current.TestOutputHelper?.WriteLine(App.Log.Text);
        await World.DisposeAsync();
        Signer.Dispose();
    }

    private async Task<bool> HasWorkAsync() =>
        await World.Account.Table(Tables.Catalog).QueryAsync<TableEntity>("RowKey ge 'w:' and RowKey lt 'w;'", maxPerPage: 1, cancellationToken: Cancellation).AnyAsync(Cancellation);
}

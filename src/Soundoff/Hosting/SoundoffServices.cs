using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Soundoff.Catalog;
using Soundoff.Intake;
using Soundoff.Operations;
using Soundoff.Pages;
using Soundoff.Publishing;
using Soundoff.Site;
using Soundoff.Telemetry;
using Soundoff.Uploads;

namespace Soundoff.Hosting;

/// <summary>Puts the engine together: the Functions app, the command line and the tests all call this.</summary>
public static class SoundoffServices
{
    /// <summary>Registers everything. Options come from the sections <c>Storage</c>, <c>Site</c>, <c>Publishing</c> and <c>Mail</c>, and are checked at start.</summary>
    public static IServiceCollection AddSoundoff(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Storage"))
            .Configure(o => o.FallBackTo(configuration.GetSection("AzureWebJobsStorage"))).ValidateOnStart();
        services.AddOptions<SiteOptions>().Bind(configuration.GetSection("Site")).ValidateOnStart();
        services.AddOptions<PublishingOptions>().Bind(configuration.GetSection("Publishing")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, OptionsChecks>();
        services.AddSingleton<IValidateOptions<SiteOptions>, OptionsChecks>();
        services.AddSingleton<IValidateOptions<PublishingOptions>, OptionsChecks>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<StorageAccount>();
        services.AddSingleton<Instruments>();

        services.AddSingleton(s => new SiteUrls(s.GetRequiredService<IOptions<SiteOptions>>().Value.BaseUrl!));
        services.AddSingleton(s => new ApiUrls(s.GetRequiredService<IOptions<MailOptions>>().Value.ApiUrl, s.GetRequiredService<SiteUrls>()));
        services.AddSingleton<IUploads>(s => s.GetRequiredService<BlobUploads>());
        services.AddSingleton(s => new BlobUploads(Account(s).Container(Containers.Episodes)));
        services.AddSingleton(s => new SiteContainer(Account(s).Container(Containers.Site), Account(s).Container(Containers.Episodes), s.GetRequiredService<Instruments>()));
        services.AddSingleton(s => new Records(Account(s).Container(Containers.Records)));
        services.AddSingleton(s => new Reports(Account(s).Container(Containers.Reports)));
        services.AddSingleton(s => new CatalogTable(Account(s).Table(Tables.Catalog)));
        services.AddSingleton(s => new WakeUps(Account(s).Queue(Queues.EpisodeEvents), Account(s).Queue(Queues.ShowUpdates), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<EpisodeReader>();
        services.AddSingleton<EpisodeMedia>();
        services.AddSingleton<Decisions>();
        services.AddSingleton<EpisodeCommit>();
        services.AddSingleton<Claims>();
        services.AddSingleton<UnusableNames>();
        services.AddSingleton<ShowPublisher>();
        services.AddSingleton<EpisodePublisher>();
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<TargetRenderer>();
        services.AddSingleton<Reflow>();
        services.AddSingleton<ShowRenderer>();
        services.AddSingleton<Reconciler>();
        services.AddSingleton<HealthCheck>();
        services.AddSingleton<QueueDepths>();
        services.AddSingleton<SecretCheck>();
        services.AddSingleton<StatusReader>();
        services.AddSingleton<Redrive>();
        services.AddSingleton<StationGauges>();
        services.AddSingleton<FormerVersions>();
        services.AddSingleton<StorageDoctor>();
        services.AddSingleton<MailDoctor>();
        services.AddSingleton<WarmUp>();
        services.AddSingleton<StorageSetup>();
        return services.AddMail(configuration);
    }

    private static StorageAccount Account(IServiceProvider services) => services.GetRequiredService<StorageAccount>();
}

/// <summary>The clients of one storage account.</summary>
public sealed class StorageAccount
{
    private readonly BlobServiceClient blobs;
    private readonly QueueServiceClient queues;
    private readonly TableServiceClient tables;

    /// <summary>Connects by the options.</summary>
    public StorageAccount(IOptions<StorageOptions> options) : this(options, null)
    {
    }

    /// <summary>Connects by the options, every request passing through a policy: how tests count and break operations.</summary>
    public StorageAccount(IOptions<StorageOptions> options, Azure.Core.Pipeline.HttpPipelinePolicy? policy)
    {
        var storage = options.Value;
        var (blobOptions, queueOptions, tableOptions) = (new BlobClientOptions(), new QueueClientOptions(), new TableClientOptions());
        foreach (var client in new ClientOptions[] { blobOptions, queueOptions, tableOptions })
            if (policy is not null) client.AddPolicy(policy, HttpPipelinePosition.PerRetry);

        blobOptions.AddPolicy(new PermanentDelete(), HttpPipelinePosition.PerCall);

        if (storage.ConnectionString is { Length: > 0 } connection)
        {
            (blobs, queues, tables) = (new(connection, blobOptions), new(connection, queueOptions), new(connection, tableOptions));
            return;
        }

        var credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = storage.ClientId });
        blobs = new(new Uri($"https://{storage.Account}.blob.core.windows.net"), credential, blobOptions);
        queues = new(new Uri($"https://{storage.Account}.queue.core.windows.net"), credential, queueOptions);
        tables = new(new Uri($"https://{storage.Account}.table.core.windows.net"), credential, tableOptions);
    }

    /// <summary>The account's blobs.</summary>
    public BlobServiceClient Blobs => blobs;

    /// <summary>A container.</summary>
    public BlobContainerClient Container(string name) => blobs.GetBlobContainerClient(name);

    /// <summary>A queue.</summary>
    public QueueClient Queue(string name) => queues.GetQueueClient(name);

    /// <summary>A table.</summary>
    public TableClient Table(string name) => tables.GetTableClient(name);
}

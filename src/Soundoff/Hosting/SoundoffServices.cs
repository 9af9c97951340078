using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Intake;
using Soundoff.Operations;
using Soundoff.Pages;
using Soundoff.Publishing;
using Soundoff.Publishing.Rendering;
using Soundoff.Site;
using Soundoff.Storage;
using Soundoff.Telemetry;
using Soundoff.Uploads;
using Soundoff.Web;

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
        services.AddSingleton(s => new RendererClaims(Account(s).Table(Tables.Catalog), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new WakeUps(
            Account(s).Queue(Queues.EpisodeEvents), Account(s).Queue(Queues.ShowUpdates), s.GetRequiredService<RendererClaims>(), s.GetRequiredService<TimeProvider>()));
        // Publishers are strangers to the network that the app runs in.
        services.AddSingleton(s => new Fetcher(inner: false, s.GetRequiredService<TimeProvider>(), TimeSpan.FromSeconds(1)));
        services.AddSingleton<EpisodeReader>();
        services.AddSingleton<EpisodeMedia>();
        services.AddSingleton<Decisions>();
        services.AddSingleton<EpisodeCommit>();
        services.AddSingleton<Rivals>();
        services.AddSingleton<UnusableNames>();
        services.AddSingleton<ShowIntake>();
        services.AddSingleton<OtherStation>();
        services.AddSingleton<ShowPublisher>();
        services.AddSingleton<EpisodeLooks>();
        services.AddSingleton<EpisodeDrafts>();
        services.AddSingleton<GoingLive>();
        services.AddSingleton<Publication>();
        services.AddSingleton<Removal>();
        services.AddSingleton<EpisodeJourney>();
        services.AddSingleton<EpisodePublisher>();
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<PublicAssets>();
        services.AddSingleton<Rounds>();
        services.AddSingleton<EpisodePages>();
        services.AddSingleton<ShowPages>();
        services.AddSingleton<NamedPages>();
        services.AddSingleton<FeedDocuments>();
        services.AddSingleton<IndexPages>();
        services.AddSingleton<TargetRenderer>();
        services.AddSingleton<Reflow>();
        services.AddSingleton<RoundEnd>();
        services.AddSingleton<RoundRenderer>();
        services.AddSingleton<ShowRenderer>();
        // The command line compares without knowing the site's address, which publishing needs.
        services.AddSingleton(s => new Lazy<ShowPublisher>(s.GetRequiredService<ShowPublisher>));
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

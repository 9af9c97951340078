using System.Text;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Sending;
using Soundoff.Telemetry;

namespace Soundoff.Hosting;

/// <summary>Puts the mail half together.</summary>
internal static class MailServices
{
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(30);
    // A letter with files may bring 30 MB, and servers look at what they take before they say so.
    private static readonly TimeSpan LongestSmtpTry = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Registers receiving and sending; options come from the section <c>Mail</c>.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        // MimeKit asks once, when it is first used, which charsets there are: whatever uses it first, names in them must be readable.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail")).ValidateOnStart();
        services.AddOptions<SmtpOptions>().Bind(configuration.GetSection("Smtp")).ValidateOnStart();
        services.AddSingleton<SecretText>();
        services.AddSingleton<IPostConfigureOptions<MailOptions>>(s => s.GetRequiredService<SecretText>());
        services.AddSingleton<IPostConfigureOptions<SmtpOptions>>(s => s.GetRequiredService<SecretText>());
        services.AddSingleton<IValidateOptions<SmtpOptions>, SmtpChecks>();
        // Set on every app in Azure, and by nothing that runs locally.
        services.AddSingleton<IValidateOptions<MailOptions>>(new MailChecks(configuration["WEBSITE_SITE_NAME"] is { Length: > 0 }));
        // A host brings logging of its own; a bare container has none.
        services.TryAdd(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(NullLogger<>)));

        services.AddSingleton(s => ActivatorUtilities.CreateInstance<CallerProof>(s, Account(s).Container(Containers.Mail)));
        services.AddSingleton(s => new MailStore(Account(s).Container(Containers.Mail), Account(s).Queue(Queues.Letters)));
        services.AddSingleton<InboundMail>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<EventWebhook>(s, Account(s).Container(Containers.Mail)));
        services.AddSingleton<IMailSender>(s => new MeasuredSender(Sender(s), s.GetRequiredService<Instruments>()));
        services.AddLetters();
        return services;
    }

    private static IMailSender Sender(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<MailOptions>>().Value;
        var clock = services.GetRequiredService<TimeProvider>();
        var smtp = services.GetRequiredService<IOptions<SmtpOptions>>().Value;
        if (!string.IsNullOrWhiteSpace(smtp.Host)) return new SmtpSender(smtp, () => new SmtpClient(), LongestSmtpTry, clock, services.GetRequiredService<ILogger<SmtpSender>>());
        if (string.IsNullOrWhiteSpace(options.SendGridKey)) return new OutboxSender(Account(services).Container(Containers.Outbox), clock);
        // One client for the life of the process; connections are renewed so that changes of DNS are seen.
        var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLifetime }) { Timeout = LongestTry };
        return new SendGridSender(http, options.SendGridKey, options.SendGridUrl, clock, services.GetRequiredService<ILogger<SendGridSender>>());
    }

    private static StorageAccount Account(IServiceProvider services) => services.GetRequiredService<StorageAccount>();
}

using Microsoft.Extensions.DependencyInjection;
using Soundoff.Account;
using Soundoff.Mail;
using Soundoff.Mail.Answering;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Reviewing;
using Soundoff.Mail.Visiting;

namespace Soundoff.Hosting;

/// <summary>Puts together what keeps, answers and publishes letters.</summary>
internal static class LetterServices
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddSingleton(s => new LetterTable(Account(s).Table(Tables.Letters)));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<MailSecret>(s, Mail(s)));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<LetterStore>(s, Mail(s)));
        services.AddSingleton(s => new OutboxFolder(Account(s).Container(Containers.Outbox)));
        services.AddSingleton<SenderBook>();
        services.AddSingleton<SentMessages>();
        services.AddSingleton<PublishedLetters>();
        services.AddSingleton<LetterEraser>();
        services.AddSingleton<MailTokens>();
        services.AddSingleton<LetterDesk>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<LetterReview>(s, Mail(s)));
        services.AddSingleton<ShowMail>();
        services.AddSingleton<ReviewLinks>();
        services.AddSingleton<FreshLink>();
        services.AddSingleton<HostNotices>();
        services.AddSingleton<Acknowledgement>();
        services.AddSingleton<ForwardedLetter>();
        services.AddSingleton<HostForward>();
        services.AddSingleton<HostBundle>();
        services.AddSingleton<HostRelay>();
        services.AddSingleton<MailDigest>();
        services.AddSingleton<ContactLimit>();
        services.AddSingleton<ContactForm>();
        services.AddSingleton<ReviewVisit>();
        services.AddSingleton<ContactVisit>();
        services.AddSingleton<DeliveryMarks>();
        services.AddSingleton<LetterReceiver>();
        services.AddSingleton<LetterExport>();
        services.AddSingleton<MailExpiry>();
        return services;
    }

    private static StorageAccount Account(IServiceProvider services) => services.GetRequiredService<StorageAccount>();

    private static Azure.Storage.Blobs.BlobContainerClient Mail(IServiceProvider services) => Account(services).Container(Containers.Mail);
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Soundoff.Account;

/// <summary>
/// Where storage is: a connection string, or an account that the process's own identity may use. When neither is set, the Functions
/// host's own setting <c>AzureWebJobsStorage</c> counts, so that a publisher names the account once.
/// </summary>
public sealed class StorageOptions
{
    /// <summary>A connection string; <c>UseDevelopmentStorage=true</c> for Azurite on its usual ports.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The account's name, used with the managed identity (or whoever is logged in) when there is no connection string.</summary>
    public string? Account { get; set; }

    /// <summary>Client id of a user-assigned identity; null for the system-assigned one.</summary>
    public string? ClientId { get; set; }

    // AzureWebJobsStorage is a connection string, or holds the fields of an identity-based connection.
    internal void FallBackTo(IConfigurationSection host)
    {
        if (!string.IsNullOrWhiteSpace(ConnectionString) || !string.IsNullOrWhiteSpace(Account)) return;
        (ConnectionString, Account, ClientId) = (host.Value, host["accountName"], ClientId ?? host["clientId"]);
    }
}

/// <summary>Where the public reads.</summary>
public sealed class SiteOptions
{
    /// <summary>The site's base address, https, ending in a slash. Feeds and pages are full of it: changing it renders everything again.</summary>
    public Uri? BaseUrl { get; set; }
}

/// <summary>How uploads are published.</summary>
public sealed class PublishingOptions
{
    /// <summary>How old the newest file of an episode must be before it is read, since an episode's files arrive one by one.</summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many pages, feeds and lists of a show are written side by side, from 1 to 64.</summary>
    public int SideBySide { get; set; } = 8;

    /// <summary>
    /// Whether pages, scripts, styles and drawings (<c>.html</c>, <c>.js</c>, <c>.css</c>, <c>.svg</c>) in an episode's folder run on the site as if they were its own. Else browsers
    /// save them. Whoever may upload an episode may then do to readers whatever the site can.
    /// </summary>
    public bool TrustPublishers { get; set; }
}

/// <summary>How listeners write, and how they are answered.</summary>
public sealed class MailOptions
{
    /// <summary>The domain that receives mail: a show without <c>contact:</c> is reached at <c>contact@</c> it. Null for none.</summary>
    public string? Domain { get; set; }

    /// <summary>
    /// The public keys of SendGrid's signed webhooks, as its settings show them (base64 of a DER SubjectPublicKeyInfo, P-256). The inbound policy and
    /// the event webhook have one each: separate them with spaces or commas. With one set, every call must be signed. Null when nothing is signed.
    /// </summary>
    public string? SignatureKey { get; set; }

    /// <summary>
    /// A secret that callers of the webhooks give as <c>?key=</c> where nothing is signed: random, at least 32 characters. Null for none. With neither
    /// key the webhooks refuse every call.
    /// </summary>
    public string? UrlKey { get; set; }

    /// <summary>The SendGrid API key, allowed to send mail and nothing else. Null, and no <c>Smtp__Host</c> either: messages are written into the <c>outbox</c> container instead of sent.</summary>
    public string? SendGridKey { get; set; }

    /// <summary>The secret behind signed links, at least 32 random characters; null: one is made and kept in the <c>mail</c> container. A new one ends all links that were sent.</summary>
    public string? Secret { get; set; }

    /// <summary>Where the functions are reached, ending in a slash: links in mail lead to <c>api/review</c> below it, and pages link to the contact form at <c>api/contact</c>. Null: below the site's base address.</summary>
    public Uri? ApiUrl { get; set; }

    /// <summary>
    /// How many proxies stand before the functions: 1 in Azure, 2 behind Front Door, 0 where callers connect directly. Whoever writes into the contact form is counted by the
    /// address that the outermost of them saw. With 2 that is what Front Door says in <c>X-Azure-SocketIP</c>, if it says in <c>X-Azure-FDID</c> that it is ours.
    /// </summary>
    public int Proxies { get; set; } = 1;

    /// <summary>The id of the Front Door before the functions, as the profile's properties show it: demanded where <see cref="Proxies"/> is 2. Null for none.</summary>
    public string? FrontDoorId { get; set; }

    /// <summary>How many letters of one sender an hour may bring to a show; more are spam.</summary>
    public int LettersPerHour { get; set; } = 10;

    /// <summary>How many letters an hour a show forwards one by one and acknowledges, where its <c>mail.lettersPerHour</c> says nothing else; more are forwarded in bundles.</summary>
    public int ShowLettersPerHour { get; set; } = 60;

    /// <summary>After how many days raw messages are deleted.</summary>
    public int RawDays { get; set; } = 90;

    /// <summary>After how many days letters that were not published are deleted.</summary>
    public int LetterDays { get; set; } = 365;

    /// <summary>SendGrid's API: for accounts in the EU <c>https://api.eu.sendgrid.com/</c>.</summary>
    public Uri SendGridUrl { get; set; } = new("https://api.sendgrid.com/");
}

internal sealed class OptionsChecks : IValidateOptions<StorageOptions>, IValidateOptions<SiteOptions>, IValidateOptions<PublishingOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options) =>
        string.IsNullOrWhiteSpace(options.ConnectionString) && string.IsNullOrWhiteSpace(options.Account)
            ? ValidateOptionsResult.Fail("Storage:ConnectionString, Storage:Account and AzureWebJobsStorage are all missing: set one of them.")
            : ValidateOptionsResult.Success;

    public ValidateOptionsResult Validate(string? name, SiteOptions options) =>
        options.BaseUrl is { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "" }
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Site:BaseUrl is missing or no http address: set it to where the static website is served, for example https://www.radio.example/.");

    public ValidateOptionsResult Validate(string? name, PublishingOptions options) =>
        options.Settle < TimeSpan.Zero || options.Settle > TimeSpan.FromHours(1) ? ValidateOptionsResult.Fail("Publishing:Settle must be between 00:00:00 and 01:00:00.")
        : options.SideBySide is < 1 or > 64 ? ValidateOptionsResult.Fail("Publishing:SideBySide must be between 1 and 64.")
        : ValidateOptionsResult.Success;
}

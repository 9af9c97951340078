using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Mail.Receiving;

namespace Soundoff.Hosting;

/// <summary>Checks the mail settings when the process starts.</summary>
/// <param name="inAzure">Whether strangers can reach the webhooks: they must then be protected if mail is received at all.</param>
internal sealed class MailChecks(bool inAzure) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var wrong = new List<string>();
        if (inAzure && !string.IsNullOrWhiteSpace(options.Domain) && string.IsNullOrWhiteSpace(options.SignatureKey) && string.IsNullOrWhiteSpace(options.UrlKey))
            wrong.Add("Mail:Domain is set, but neither Mail:SignatureKey nor Mail:UrlKey: anybody could post letters. Set the public key of SendGrid's webhook policy, or a random key for the URL.");
        string?[] faults =
        [
            SecretText.OwnFault("Mail:UrlKey", options.UrlKey, inAzure),
            SecretText.OwnFault("Mail:Secret", options.Secret, inAzure),
            SecretText.Fault("Mail:SendGridKey", options.SendGridKey),
        ];
        wrong.AddRange(faults.OfType<string>());
        if (!IsKey(options.SignatureKey)) wrong.Add("Mail:SignatureKey is no public key: copy it from SendGrid's webhook settings (base64 of a P-256 key in DER).");
        if (options.ApiUrl is { } api && api is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            wrong.Add("Mail:ApiUrl is no http address: set it to where the functions are reached, for example https://soundoff.azurewebsites.net/.");
        if (options.LettersPerHour < 1 || options.ShowLettersPerHour < 1 || options.RawDays < 1 || options.LetterDays < 1)
            wrong.Add("Mail:LettersPerHour, Mail:ShowLettersPerHour, Mail:RawDays and Mail:LetterDays must be 1 or more.");
        if (options.Proxies is < 0 or > 2) wrong.Add("Mail:Proxies must be 0, 1 or 2: 1 in Azure, 2 behind Front Door.");
        if (options.Proxies == 2 && !Guid.TryParse(options.FrontDoorId, out _))
            wrong.Add("Mail:Proxies is 2, but Mail:FrontDoorId is no id of a Front Door: set it to the id that the profile shows, else anybody could say to come through it.");
        if (options.SendGridUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https" }) wrong.Add("Mail:SendGridUrl is no http address: leave it out, or set it to https://api.eu.sendgrid.com/ for accounts in the EU.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool IsKey(string? key)
    {
        try
        {
            SignatureKeys.Parse(key);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

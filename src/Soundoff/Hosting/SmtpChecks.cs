using Microsoft.Extensions.Options;
using Soundoff.Account;

namespace Soundoff.Hosting;

/// <summary>Checks the settings of a mail server when the process starts.</summary>
internal sealed class SmtpChecks(IOptions<MailOptions> mail) : IValidateOptions<SmtpOptions>
{
    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Host)) return ValidateOptionsResult.Success;
        var wrong = new List<string>();
        if (Uri.CheckHostName(options.Host) == UriHostNameType.Unknown) wrong.Add("Smtp:Host is no host name: give the name alone, for example smtp.azurecomm.net, and the port in Smtp:Port.");
        if (options.Port is < 1 or > 65535) wrong.Add("Smtp:Port must be between 1 and 65535: 587, or 465 for TLS from the first byte.");
        if (string.IsNullOrEmpty(options.User) != string.IsNullOrEmpty(options.Password)) wrong.Add("Smtp:User and Smtp:Password go together: set both, or none where the server asks for none.");
        if (SecretText.Fault("Smtp:Password", options.Password) is { } fault) wrong.Add(fault);
        if (!string.IsNullOrWhiteSpace(mail.Value.SendGridKey)) wrong.Add("Smtp:Host and Mail:SendGridKey are both set, and mail goes one way: take one of them out.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}

using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Shows;

namespace Soundoff.Operations;

/// <summary>Looks whether letters can come in and answers go out. Changes nothing.</summary>
public sealed class MailDoctor(IOptions<MailOptions> options, StorageAccount account, SecretCheck secret, SecretText texts)
{
    /// <summary>Looks at the settings that are known here, at the shows' addresses, and at what storage tells of the settings there.</summary>
    /// <param name="shows">The shows that have a contact address.</param>
    /// <param name="emulated">Whether it runs on an emulator, where mail is kept and not sent.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="Azure.RequestFailedException">Storage does not answer, or does not allow it.</exception>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(IReadOnlyList<Show> shows, bool emulated, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        findings.AddRange(Settings(emulated));
        if (shows.Count == 0) findings.Add(new("mail", Verdict.Hint, "No show has a contact address: letters cannot find one.", "Set contact: in show.yaml, or Mail:Domain."));
        foreach (var show in shows.Where(show => show.Mail.Hosts.Count == 0))
            findings.Add(new("mail", Verdict.Hint, $"{show.Name} has no hosts: its letters are kept and go nowhere.", "Set mail: { hosts: [address] } in its show.yaml."));
        if (!emulated && await account.Container(Containers.Outbox).GetBlobsAsync(cancellationToken: cancellation).AnyAsync(cancellation))
            findings.Add(new("mail", Verdict.Wrong, "Mail is written into the outbox container and not sent.", "Set Mail:SendGridKey to a key that may send mail, or Smtp:Host to a server that does."));
        if (await secret.IsOursAsync(cancellation) is false)
            findings.Add(new("mail", Verdict.Hint, "Letters there were kept with another Mail:Secret than is known here: 'letters erase' cannot work.", "Set SOUNDOFF_Mail__Secret in the environment."));
        return findings;
    }

    private IEnumerable<Finding> Settings(bool emulated)
    {
        MailOptions mail;
        try
        {
            mail = options.Value;
        }
        catch (OptionsValidationException wrong)
        {
            return wrong.Failures.Select(failure => new Finding("mail", Verdict.Wrong, failure, "These settings were read from the environment here."));
        }

        var trimmed = texts.Trimmed.Select(name => new Finding("mail", Verdict.Hint, $"{name} has white space around it here, which is taken off.", "Save it with 'printf %s'."));

        // Locally everybody who can call the webhook may.
        if (emulated) return trimmed;
        if (string.IsNullOrWhiteSpace(mail.Domain))
            return [.. trimmed, new("mail", Verdict.Unknown, "The settings of the Functions app cannot be seen from here.", "Give them in the environment with SOUNDOFF_ before their names, such as SOUNDOFF_Mail__Domain, to have them checked.")];
        return string.IsNullOrWhiteSpace(mail.SignatureKey) && string.IsNullOrWhiteSpace(mail.UrlKey)
            ? [.. trimmed, new("mail", Verdict.Wrong, "Mail:Domain is set, but neither Mail:SignatureKey nor Mail:UrlKey: the webhook takes nothing.", "Set the public key of SendGrid's webhook policy, or a random key for the URL.")]
            : [.. trimmed, new("mail", Verdict.Good, "The settings of mail fit together.")];
    }
}

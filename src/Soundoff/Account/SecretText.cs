using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Soundoff.Account;

/// <summary>
/// What a secret among the settings must be, said once. White space around it is taken off and told of: a file saved by an editor ends with a line break, and a key with
/// one in it cannot be written into a header.
/// </summary>
public sealed partial class SecretText(ILogger<SecretText> log) : IPostConfigureOptions<MailOptions>, IPostConfigureOptions<SmtpOptions>
{
    /// <summary>The fewest characters of a secret that somebody could try to guess.</summary>
    public const int Shortest = 32;

    /// <summary>How a reference to a vault begins that the platform could not follow: it hands the reference over in place of the secret.</summary>
    public const string UnresolvedReference = "@Microsoft.KeyVault(";

    // 32 random hexadecimal digits have fewer once in a million million times.
    private const int FewestDifferent = 8;

    private readonly HashSet<string> _trimmed = new(StringComparer.Ordinal);

    /// <summary>Names of the settings that white space was taken off.</summary>
    public IReadOnlyCollection<string> Trimmed => _trimmed;

    /// <inheritdoc />
    public void PostConfigure(string? name, MailOptions options)
    {
        options.SendGridKey = Trim("Mail:SendGridKey", options.SendGridKey);
        options.UrlKey = Trim("Mail:UrlKey", options.UrlKey);
        options.Secret = Trim("Mail:Secret", options.Secret);
    }

    /// <inheritdoc />
    public void PostConfigure(string? name, SmtpOptions options) => options.Password = Trim("Smtp:Password", options.Password);

    /// <summary>What is wrong with the secret of a provider, which nobody here chose; null when nothing is.</summary>
    public static string? Fault(string name, string? secret)
    {
        if (string.IsNullOrEmpty(secret)) return null;
        if (secret.StartsWith(UnresolvedReference, StringComparison.OrdinalIgnoreCase))
            return $"{name} is a reference to the vault that could not be followed: check that the secret is there and that the app's identity has the role Key Vault Secrets User, then restart the app.";
        return secret.Any(char.IsControl) ? $"{name} has a line break in it: save it with 'printf %s'." : null;
    }

    /// <summary>What is wrong with a secret of our own; null when nothing is.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="secret">What it is set to; empty for nothing.</param>
    /// <param name="exposed">Whether strangers can reach what it protects: examples are then refused.</param>
    public static string? OwnFault(string name, string? secret, bool exposed)
    {
        if (string.IsNullOrEmpty(secret)) return null;
        if (Fault(name, secret) is { } fault) return fault;
        if (secret.Length < Shortest) return $"{name} is shorter than {Shortest} characters: make one with 'openssl rand -hex 32'.";
        return exposed && IsExample(secret) ? $"{name} is an example and no random text: make one with 'openssl rand -hex 32'." : null;
    }

    // Such as those of our own tests and of many manuals: one character over and over, or a row of them twice.
    private static bool IsExample(string secret) =>
        secret.Distinct().Count() < FewestDifferent || (secret.Length % 2 == 0 && secret.AsSpan(0, secret.Length / 2).SequenceEqual(secret.AsSpan(secret.Length / 2)));

    private string? Trim(string name, string? secret)
    {
        var trimmed = secret?.Trim();
        if (trimmed == secret) return secret;
        _trimmed.Add(name);
        ToldOfWhiteSpace(log, name);
        return trimmed;
    }

    [LoggerMessage(22, LogLevel.Warning, "{Setting} has white space around it, which was taken off: save it with 'printf %s'.")]
    private static partial void ToldOfWhiteSpace(ILogger log, string setting);
}

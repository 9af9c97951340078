using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Hosting;
using Soundoff.Mail.Sending;

namespace Soundoff.Tests.Hosting;

public sealed class SecretTextTests
{
    private const string Random = "3f0c7a0d5e9b4c1f8a2e6d7b9c0a1f2e";

    // What a stranger can read in the template: with it, letters and links could be forged until the vault answers.
    [Theory]
    [InlineData("Mail:Secret", "mail-secret")]
    [InlineData("Mail:UrlKey", "mail-url-key")]
    [InlineData("Mail:SendGridKey", "sendgrid-key")]
    [InlineData("Smtp:Password", "smtp-password")]
    public void A_reference_to_the_vault_that_was_not_followed_is_no_secret(string setting, string secret)
    {
        var refused = Refused((setting, $"@Microsoft.KeyVault(VaultName=kv-radio;SecretName={secret})"), ("Smtp:Host", setting.StartsWith("Smtp", StringComparison.Ordinal) ? "smtp.example.org" : ""), ("Smtp:User", "station"));
        Assert.Contains($"{setting} is a reference to the vault that could not be followed", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("kv-radio", refused, StringComparison.Ordinal);
    }

    // An editor ends a file with a line break, and SendGrid's client throws on a key with one in it.
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData(" ")]
    public async Task White_space_around_a_secret_is_taken_off_and_told_of(string space)
    {
        await using var server = await Mail.SendGridServer.StartAsync(TestContext.Current.CancellationToken);
        using var services = Services(("Mail:SendGridKey", Mail.SendGridServer.ApiKey + space), ("Mail:SendGridUrl", server.Url.AbsoluteUri), ("Mail:UrlKey", space + Random));

        Assert.Equal(SendResult.Sent, await services.GetRequiredService<IMailSender>().SendAsync(Mail.Sending.SampleMail.Plain, TestContext.Current.CancellationToken));
        Assert.Equal(Random, services.GetRequiredService<IOptions<MailOptions>>().Value.UrlKey);
        Assert.Equal(["Mail:SendGridKey", "Mail:UrlKey"], services.GetRequiredService<SecretText>().Trimmed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Mail:Secret")]
    [InlineData("Mail:UrlKey")]
    public void A_short_secret_is_refused_wherever_it_is(string setting) =>
        Assert.Contains($"{setting} is shorter than 32 characters", Refused((setting, Random[1..])), StringComparison.Ordinal);

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void An_example_is_refused_where_strangers_call(string example)
    {
        Assert.Contains("is an example", Refused(("Mail:Secret", example), ("WEBSITE_SITE_NAME", "func-radio")), StringComparison.Ordinal);
        using var local = Services(("Mail:Secret", example));
        Assert.Equal(example, local.GetRequiredService<IOptions<MailOptions>>().Value.Secret);
    }

    [Theory]
    [InlineData(Random)]
    [InlineData("7d9c1f0a-93b4-4e7e-a5c8-0b6f2d8e1a347d9c1f0b-11b4-4e7e-a5c8-0b6f2d8e1a34")]
    public void What_the_template_or_openssl_makes_is_taken(string secret)
    {
        using var services = Services(("Mail:Secret", secret), ("WEBSITE_SITE_NAME", "func-radio"));
        Assert.Equal(secret, services.GetRequiredService<IOptions<MailOptions>>().Value.Secret);
    }

    private static string Refused(params (string Name, string Value)[] settings)
    {
        using var services = Services(settings);
        return Assert.Throws<OptionsValidationException>(() => (services.GetRequiredService<IOptions<MailOptions>>().Value, services.GetRequiredService<IOptions<SmtpOptions>>().Value)).Message;
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["Storage:ConnectionString"] = "UseDevelopmentStorage=true", ["Site:BaseUrl"] = "https://www.radio.example/" };
        foreach (var (name, value) in settings) all[name] = value;
        return new ServiceCollection().AddSoundoff(new ConfigurationBuilder().AddInMemoryCollection(all).Build()).BuildServiceProvider();
    }
}

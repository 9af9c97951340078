using System.Reflection;
using System.Text.Json.Nodes;
using Soundoff.Account;

namespace Soundoff.Tests.Infra;

/// <summary>The template compiles, lints clean, and makes what the engine expects under the names it uses.</summary>
public class TemplateTests
{
    // Linting parameters lints the template they are for, and its modules.
    [Theory]
    [InlineData("main.bicepparam")]
    [InlineData("everything.bicepparam")]
    [InlineData("otherwise.bicepparam")]
    public async Task Bicep_has_nothing_to_say(string file)
    {
        var (code, output) = await Bicep.RunAsync("lint", file);

        Assert.Empty(output);
        Assert.Equal(0, code);
    }

    // Shows that the test above can fail.
    [Fact]
    public async Task A_careless_template_is_found_out()
    {
        await File.WriteAllTextAsync(Path.Combine(Bicep.Folder, "careless.bicep"), "param unused string\n@secure()\nparam key string\noutput key string = key\n", TestContext.Current.CancellationToken);
        var (code, output) = await Bicep.RunAsync("lint", "careless.bicep");

        Assert.NotEqual(0, code);
        Assert.Contains("Error no-unused-params", output, StringComparison.Ordinal);
        Assert.Contains("Error outputs-should-not-contain-secrets", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bicep_formats_no_file_otherwise()
    {
        Bicep.MustRunHere();
        var folder = Bicep.Copy("infra-formatted");
        var (code, output) = await Bicep.RunAsync("format", "--pattern", Path.Combine(folder, "**", "*.bicep"));
        Assert.True(code == 0, output);
        foreach (var file in Directory.EnumerateFiles(folder, "*.bicep", SearchOption.AllDirectories))
        {
            var source = Path.Combine(DocsTests.Root, "infra", Path.GetRelativePath(folder, file));
            Assert.True(
                (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).TrimEnd() == (await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken)).TrimEnd(),
                $"Run 'bicep format' on {Path.GetFileName(file)}.");
        }
    }

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices/containers", typeof(Containers), "deployments", "$web")]
    [InlineData("Microsoft.Storage/storageAccounts/queueServices/queues", typeof(Queues), "", "")]
    [InlineData("Microsoft.Storage/storageAccounts/tableServices/tables", typeof(Tables), "", "")]
    public async Task Names_are_those_of_the_engine(string type, Type names, string others, string madeElsewhere)
    {
        var wanted = names.GetFields().Select(field => (string)field.GetRawConstantValue()!).Except(madeElsewhere.Split(' '));
        if (names == typeof(Queues)) wanted = wanted.SelectMany(queue => new[] { queue, queue + "-poison" });

        Assert.Equal(
            wanted.Concat(others.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal),
            (await Deployment.ReadAsync(Deployment.Default)).NamesOf(type).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Events_go_to_the_queue_that_is_read()
    {
        var subscription = Assert.Single((await Deployment.ReadAsync(Deployment.Default)).Of("Microsoft.EventGrid/systemTopics/eventSubscriptions"));

        Assert.Equal(Queues.EpisodeEvents, SecurityRule.At(subscription, "properties.deliveryWithResourceIdentity.destination.properties.queueName")!.GetValue<string>());
        Assert.Equal(["Microsoft.Storage.BlobCreated", "Microsoft.Storage.BlobDeleted"], SecurityRule.At(subscription, "properties.filter.includedEventTypes")!.AsArray().Select(t => t!.GetValue<string>()));
        Assert.Equal($"/blobServices/default/containers/{Containers.Episodes}/", SecurityRule.At(subscription, "properties.filter.subjectBeginsWith")!.GetValue<string>());
    }

    // Only what is needed: SMTP beside SendGrid, or the key in the address beside signatures, would be a second way.
    [Fact]
    public async Task Callers_are_proved_one_way_and_mail_goes_one_way()
    {
        var (everything, otherwise, usual) = ((await Deployment.ReadAsync(Deployment.Everything)).Settings, (await Deployment.ReadAsync(Deployment.Otherwise)).Settings, (await Deployment.ReadAsync(Deployment.Default)).Settings);

        Assert.Equal((true, false), (everything.ContainsKey("Mail__UrlKey"), everything.ContainsKey("Mail__SignatureKey")));
        Assert.Equal((false, true), (otherwise.ContainsKey("Mail__UrlKey"), otherwise.ContainsKey("Mail__SignatureKey")));
        Assert.Equal((true, false), (everything.ContainsKey("Mail__SendGridKey"), everything.ContainsKey("Smtp__Host")));
        Assert.Equal((false, true), (otherwise.ContainsKey("Mail__SendGridKey"), otherwise.ContainsKey("Smtp__Host")));
        Assert.DoesNotContain(usual, setting => setting.Key.StartsWith("Smtp__", StringComparison.Ordinal) || setting.Key.StartsWith("Mail__SendGrid", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("everything", "'www.radio.example'", "'Radio.example'", "The site and its mail cannot have one name")]
    [InlineData("otherwise", "param smtpUser", "param sendGrid = true\nparam smtpUser", "Mail goes one way")]
    public async Task What_excludes_itself_is_said_before_anything_is_made(string parameters, string replaced, string by, string said)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Bicep.Folder, parameters + ".bicepparam"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Bicep.Folder, $"wrong-{parameters}.bicepparam"), text.Replace(replaced, by, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (code, output) = await Bicep.RunAsync("snapshot", $"wrong-{parameters}.bicepparam", "--mode", "overwrite", "--subscription-id", Guid.Empty.ToString(), "--location", "westeurope", "--deployment-name", "test");

        Assert.NotEqual(0, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
    }

    // A subscription younger than 48 hours takes none, and the whole deployment would fail with it.
    [Fact]
    public async Task A_stranger_gets_no_budget_unasked() =>
        Assert.Empty((await Deployment.ReadAsync(Deployment.Default)).Of("Microsoft.Consumption/budgets"));

    [Fact]
    public async Task Addresses_of_operators_are_written_as_people_write_lists()
    {
        var receivers = SecurityRule.At(Assert.Single((await Deployment.ReadAsync(Deployment.Everything)).Of("Microsoft.Insights/actionGroups")), "properties.emailReceivers")!.AsArray();
        Assert.Equal(["night@radio.example"], receivers.Select(receiver => receiver!["emailAddress"]!.GetValue<string>()));
    }

    // Event Grid tries its roles when it is told where to deliver. Nothing that it needs is made by the functions: they take the time that a role takes to be known.
    [Fact]
    public async Task Events_are_delivered_last()
    {
        Bicep.MustRunHere();
        var (code, output) = await Bicep.RunAsync("build", "main.bicep", "--stdout");
        Assert.Equal(0, code);
        var modules = JsonNode.Parse(output)!["resources"]!.AsObject();
        Assert.Empty(new[] { "events", "functions", "alerts" }.Except(modules["delivery"]!["dependsOn"]!.AsArray().Select(name => name!.GetValue<string>())));
        Assert.Contains("roles", modules["functions"]!["dependsOn"]!.AsArray().Select(name => name!.GetValue<string>()));
    }

    // How many targets a renderer writes at once suits every account, and whoever trusts all publishers says so by hand. The template puts Front Door before the site and not before the functions: Mail:Proxies stays 1, and there is no Front Door whose id could be asked for.
    private static readonly string[] NotNeeded = ["Mail__FrontDoorId", "Publishing__SideBySide", "Publishing__TrustPublishers"];

    // Both ways: an option that no setting gives, and a setting that no option takes, are found.
    [Fact]
    public async Task Settings_are_the_options_of_the_engine()
    {
        var options =
            from section in new[] { ("Site", typeof(SiteOptions)), ("Publishing", typeof(PublishingOptions)), ("Mail", typeof(MailOptions)), ("Smtp", typeof(SmtpOptions)) }
            from property in section.Item2.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            select $"{section.Item1}__{property.Name}";
        var settings = (await Deployment.ReadAsync(Deployment.Everything)).Settings.Concat((await Deployment.ReadAsync(Deployment.Otherwise)).Settings).Select(setting => setting.Key).Distinct()
            .Where(name => !name.StartsWith("AzureWebJobsStorage__", StringComparison.Ordinal) && !name.StartsWith("APPLICATIONINSIGHTS_", StringComparison.Ordinal));

        Assert.Equal(options.Except(NotNeeded).Order(StringComparer.Ordinal), settings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Defaults_are_those_of_the_engine()
    {
        var settings = (await Deployment.ReadAsync(Deployment.Everything)).Settings;
        var (mail, publishing) = (new MailOptions(), new PublishingOptions());

        Assert.Equal(
            [$"{publishing.Settle}", $"{mail.LettersPerHour}", $"{mail.ShowLettersPerHour}", $"{mail.RawDays}", $"{mail.LetterDays}", mail.SendGridUrl.AbsoluteUri],
            new[] { "Publishing__Settle", "Mail__LettersPerHour", "Mail__ShowLettersPerHour", "Mail__RawDays", "Mail__LetterDays", "Mail__SendGridUrl" }.Select(name => settings[name]!.GetValue<string>()));
    }

    // The literal text of a reference to a secret that is missing would be taken for the secret.
    [Fact]
    public async Task A_secret_that_is_referred_to_is_made_first() =>
        Assert.Equal(["mail-secret", "mail-url-key"], (await Deployment.ReadAsync(Deployment.Default)).NamesOf("Microsoft.KeyVault/vaults/secrets"));

    [Fact]
    public async Task Without_sendgrid_no_setting_names_its_key() =>
        Assert.False((await Deployment.ReadAsync(Deployment.Default)).Settings.ContainsKey("Mail__SendGridKey"));

    [Fact]
    public async Task Flex_consumption_is_told_what_runs()
    {
        var site = Assert.Single((await Deployment.ReadAsync(Deployment.Default)).Of("Microsoft.Web/sites"));

        Assert.Equal("""{"name":"dotnet-isolated","version":"10.0"}""", SecurityRule.At(site, "properties.functionAppConfig.runtime")!.ToJsonString());
    }

    [Fact]
    public async Task Outputs_name_no_secret()
    {
        Bicep.MustRunHere();
        await Bicep.RunAsync("build", "main.bicep", "--outfile", "outputs.json");
        var template = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Bicep.Folder, "outputs.json"), TestContext.Current.CancellationToken))!;

        Assert.Equal(
            ["API_URL", "AZURE_LOCATION", "FRONT_DOOR", "FUNCTION_APP", "KEY_VAULT", "KEY_VAULT_URL", "MAIL_DOMAIN", "MAIL_EVENTS_URL", "MAIL_SIGNED", "MAIL_WEBHOOK_URL", "RESOURCE_GROUP", "SITE_DOMAIN", "SITE_DOMAIN_TARGET", "SITE_URL", "STORAGE_ACCOUNT"],
            template["outputs"]!.AsObject().Select(output => output.Key).Order(StringComparer.Ordinal));
        Assert.All(["newMailSecret", "newMailUrlKey"], name => Assert.Equal("securestring", template["parameters"]![name]!["type"]!.GetValue<string>().ToLowerInvariant()));
        Assert.DoesNotContain("newMail", template["outputs"]!.ToJsonString(), StringComparison.Ordinal);
    }

    // Azure refuses to change the first day of a budget, and it is another one in each month.
    [Fact]
    public async Task A_budget_is_made_once()
    {
        Bicep.MustRunHere();
        var (code, output) = await Bicep.RunAsync("build", "modules/budget.bicep", "--stdout");
        Assert.Equal(0, code);

        Assert.Equal("""{"onlyIfNotExists":[]}""", JsonNode.Parse(output)!["resources"]!["budget"]!["@options"]!.ToJsonString());
    }

    // azd allows dots and underscores in the name of an environment, Azure in few names of resources.
    [Fact]
    public async Task Any_name_of_an_environment_makes_names_that_azure_takes()
    {
        var parameters = await File.ReadAllTextAsync(Path.Combine(Bicep.Folder, "everything.bicepparam"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Bicep.Folder, "named.bicepparam"), parameters.Replace("'everything'", "'Night_Desk.of_the_longest_name32'", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var resources = (await Deployment.ReadAsync("named")).Resources;

        Assert.All(resources.Select(r => (Type: r!["type"]!.GetValue<string>(), Name: r["name"]!.GetValue<string>())).Where(r => r.Type is "Microsoft.Web/sites" or "Microsoft.Web/serverfarms" or "Microsoft.EventGrid/systemTopics" or "Microsoft.Cdn/profiles" or "Microsoft.OperationalInsights/workspaces"), r =>
            Assert.Matches("^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$", r.Name));
    }

    // A new secret would end every link that was sent.
    [Fact]
    public async Task Secrets_are_made_once()
    {
        Bicep.MustRunHere();
        var (code, output) = await Bicep.RunAsync("build", "modules/secrets.bicep", "--stdout");
        Assert.Equal(0, code);
        var resources = JsonNode.Parse(output)!["resources"]!.AsObject();

        Assert.All(["mailSecret", "mailUrlKey"], name => Assert.Equal("""{"onlyIfNotExists":[]}""", resources[name]!["@options"]!.ToJsonString()));
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Hosting;

namespace Soundoff.Tests.Hosting;

public class StartTests
{
    [Fact]
    public async Task A_host_without_settings_does_not_start_and_names_each_that_is_missing()
    {
        using var host = Host();
        var failures = await Assert.ThrowsAsync<AggregateException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Storage:Account", failures.Message, StringComparison.Ordinal);
        Assert.Contains("AzureWebJobsStorage", failures.Message, StringComparison.Ordinal);
        Assert.Contains("Site:BaseUrl", failures.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_with_a_site_address_that_is_none_does_not_start()
    {
        using var host = Host(("Storage:Account", "radio"), ("Site:BaseUrl", "radio.example"));
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("https://www.radio.example/", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_functions_hosts_connection_string_is_the_engines_too()
    {
        using var host = Host(("AzureWebJobsStorage", "UseDevelopmentStorage=true"));
        Assert.Equal("UseDevelopmentStorage=true", Storage(host).ConnectionString);
    }

    [Fact]
    public void The_functions_hosts_identity_is_the_engines_too()
    {
        using var host = Host(("AzureWebJobsStorage:accountName", "radio"), ("AzureWebJobsStorage:clientId", "7"));
        Assert.Equal(("radio", "7"), (Storage(host).Account, Storage(host).ClientId));
        Assert.Equal("https://radio.blob.core.windows.net/", host.Services.GetRequiredService<StorageAccount>().Blobs.Uri.AbsoluteUri);
    }

    [Fact]
    public void Storage_that_is_named_for_the_engine_goes_before_the_functions_hosts()
    {
        using var host = Host(("Storage:Account", "radio"), ("AzureWebJobsStorage", "UseDevelopmentStorage=true"));
        Assert.Equal(("radio", null), (Storage(host).Account, Storage(host).ConnectionString));
    }

    private static StorageOptions Storage(IHost host) => host.Services.GetRequiredService<IOptions<StorageOptions>>().Value;

    private static IHost Host(params (string Name, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value));
        builder.Services.AddSoundoff(builder.Configuration);
        return builder.Build();
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Soundoff.Export;
using Soundoff.Functions;

namespace Soundoff.Tests.Telemetry;

public sealed class TelemetryExportTests
{
    private const string Connection = "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:9/";

    [Fact]
    public void Without_a_receiver_nothing_is_collected()
    {
        using var services = Compose();
        Assert.Null(services.GetService<TracerProvider>());
        Assert.Null(services.GetService<MeterProvider>());
    }

    [Theory]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", Connection)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9/")]
    public void The_app_collects_for_each_receiver_that_is_set(string setting, string value)
    {
        using var services = Compose((setting, value));
        Assert.NotNull(services.GetService<TracerProvider>());
        Assert.NotNull(services.GetService<MeterProvider>());
    }

    [Fact]
    public void Both_receivers_may_be_set()
    {
        using var services = Compose(
            (TelemetryExport.InsightsConnection, Connection), (TelemetryExport.InsightsAuthentication, "Authorization=AAD;ClientId=7"), (TelemetryExport.OtlpEndpoint, "http://127.0.0.1:9/"));
        Assert.NotNull(services.GetService<TracerProvider>());
    }

    [Theory]
    [InlineData("Authorization=AAD", null)]
    [InlineData("Authorization=AAD;ClientId=7", "7")]
    [InlineData("clientid=7; authorization=aad;", "7")]
    public void The_identity_is_read_in_the_hosts_words(string setting, string? clientId) => Assert.Equal(clientId, InsightsIdentity.ClientId(setting));

    [Theory]
    [InlineData("Authorization=Key")]
    [InlineData("ClientId=7")]
    [InlineData("AAD")]
    public void An_identity_that_cannot_be_read_is_told_with_what_to_write(string setting)
    {
        var failure = Assert.Throws<FormatException>(() => Compose((TelemetryExport.InsightsConnection, Connection), (TelemetryExport.InsightsAuthentication, setting)));
        Assert.Contains("Authorization=AAD", failure.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Compose(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Append(("Storage:ConnectionString", "UseDevelopmentStorage=true")).Append(("Site:BaseUrl", "https://radio.example/"))
            .ToDictionary(s => s.Item1, s => (string?)s.Item2)).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddFunctionApp(configuration).BuildServiceProvider();
    }
}

using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Soundoff.Export;

namespace Soundoff.Tests.Telemetry;

public sealed class FailedSpansTests
{
    private const string Words = "The address ana@example.com cannot be read.";

    [Theory]
    [InlineData("Microsoft.Azure.Functions.Worker", null, ActivityStatusCode.Error)]
    [InlineData("Azure.Storage.Blobs.BlobClient", "AuthorizationFailure", ActivityStatusCode.Error)]
    [InlineData("Azure.Storage.Blobs.BlobClient", "BlobNotFound", ActivityStatusCode.Unset)]
    public void A_failure_of_the_worker_or_a_client_is_told_without_its_words(string source, string? type, ActivityStatusCode told)
    {
        var spans = new List<Activity>();
        var name = Guid.NewGuid().ToString();
        using (Sdk.CreateTracerProviderBuilder().AddSource(source).AddProcessor(new FailedSpans()).AddInMemoryExporter(spans).Build())
        using (var of = new ActivitySource(source))
        using (var span = of.StartActivity(name)!) span.SetTag("error.type", type).SetStatus(ActivityStatusCode.Error, Words);
        var sent = Assert.Single(spans, span => span.DisplayName == name);
        Assert.Equal((told, null), (sent.Status, sent.StatusDescription));
    }
}

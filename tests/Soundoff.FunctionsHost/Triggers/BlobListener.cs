using System.Text.Json;
using Azure.Storage.Blobs;
using Google.Protobuf;
using Soundoff.FunctionsHost.Protocol;

namespace Soundoff.FunctionsHost.Triggers;

/// <summary>Polls a container and calls its function with each blob that is new or has changed. The pattern's one name, <c>container/{name}</c>, stands for the rest of the path.</summary>
internal sealed class BlobListener(FunctionsApp app, Function function, RunningApp host)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);

    private readonly BlobContainerClient _container = new(app.Storage, function.Property("path").Split('/')[0]);

    public async Task RunAsync(CancellationToken stopping)
    {
        var seen = new Dictionary<string, string>();
        try
        {
            while (true)
            {
                await foreach (var blob in _container.GetBlobsAsync(cancellationToken: stopping))
                {
                    var version = blob.Properties.ETag.ToString()!;
                    if (seen.GetValueOrDefault(blob.Name) == version) continue;
                    if (await host.InvokeAsync(function, Request(blob.Name))) seen[blob.Name] = version;
                }

                await Task.Delay(Rest, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nothing to give back: what was not done is found again.
        }
    }

    private InvocationRequest Request(string name)
    {
        if (!function.IsDeferred) throw new NotSupportedException($"{function.Name} wants the content of blobs, which this host does not hand over.");
        var request = new InvocationRequest { InvocationId = Guid.NewGuid().ToString() };
        var place = JsonSerializer.SerializeToUtf8Bytes(new { Connection = "AzureWebJobsStorage", ContainerName = _container.Name, BlobName = name });
        request.InputData.Add(new ParameterBinding
        {
            Name = function.Parameter,
            Data = new() { ModelBindingData = new() { Version = "1.0", Source = "AzureStorageBlobs", ContentType = "application/json", Content = ByteString.CopyFrom(place) } },
        });
        request.TriggerMetadata["BlobTrigger"] = new() { String = $"{_container.Name}/{name}" };
        request.TriggerMetadata["Uri"] = new() { Json = JsonSerializer.Serialize(_container.GetBlobClient(name).Uri) };
        request.TriggerMetadata["name"] = new() { String = name };
        return request;
    }
}

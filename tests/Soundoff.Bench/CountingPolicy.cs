using Azure.Core;
using Azure.Core.Pipeline;

namespace Soundoff.Bench;

/// <summary>Counts requests to storage, retries included, and the bytes they send.</summary>
/// <param name="container">A container whose requests are counted apart as well.</param>
internal sealed class CountingPolicy(string? container = null) : HttpPipelinePolicy
{
    private int _operations;
    private int _within;
    private long _bytes;

    public (int Operations, long Bytes) Total => (_operations, _bytes);

    public int Within => _within;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count(message);
        ProcessNext(message, pipeline);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count(message);
        return ProcessNextAsync(message, pipeline);
    }

    private void Count(HttpMessage message)
    {
        Interlocked.Increment(ref _operations);
        if (container is not null && message.Request.Uri.Path.Contains($"/{container}/", StringComparison.Ordinal)) Interlocked.Increment(ref _within);
        if (message.Request.Content?.TryComputeLength(out var length) == true) Interlocked.Add(ref _bytes, length);
    }
}

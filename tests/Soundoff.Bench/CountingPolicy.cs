using Azure.Core;
using Azure.Core.Pipeline;

namespace Soundoff.Bench;

/// <summary>Counts requests to storage, retries included, and the bytes they send.</summary>
internal sealed class CountingPolicy : HttpPipelinePolicy
{
    private int _operations;
    private long _bytes;

    public (int Operations, long Bytes) Total => (_operations, _bytes);

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
        if (message.Request.Content?.TryComputeLength(out var length) == true) Interlocked.Add(ref _bytes, length);
    }
}

using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Calls a function with each message of a queue.</summary>
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    public string QueueName { get; } = queueName;

    public string? Connection { get; set; }
}

/// <summary>Calls a function with each new or changed blob of a container.</summary>
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    public string BlobPath { get; } = blobPath;

    public string? Connection { get; set; }
}

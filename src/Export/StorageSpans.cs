using System.Diagnostics;
using OpenTelemetry;

namespace Soundoff.Export;

/// <summary>
/// Mends what the storage clients tell of themselves. They call every refusal a failure and put all of its words into the span. The engine asks for what may be missing, and
/// writes on condition: "not there", "there already" and "changed meanwhile" are answers.
/// </summary>
internal sealed class StorageSpans : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Answers = new(StringComparer.Ordinal)
    {
        "BlobNotFound", "ContainerNotFound", "QueueNotFound", "ResourceNotFound", "TableNotFound", "EntityNotFound",
        "BlobAlreadyExists", "ContainerAlreadyExists", "QueueAlreadyExists", "TableAlreadyExists", "EntityAlreadyExists",
        "ConditionNotMet", "TargetConditionNotMet", "SourceConditionNotMet", "UpdateConditionNotSatisfied",
        // Where the answer has no code: its status.
        "404", "409", "412",
    };

    public override void OnEnd(Activity data)
    {
        if (data.Status != ActivityStatusCode.Error || !data.Source.Name.StartsWith("Azure.", StringComparison.Ordinal)) return;
        data.SetStatus(data.GetTagItem("error.type") is string type && Answers.Contains(type) ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
    }
}

using System.Diagnostics;
using OpenTelemetry;

namespace Soundoff.Export;

/// <summary>
/// Mends what the storage clients and the Functions worker tell of failures. They put all of its words into the span, which may quote anything. The clients also call every
/// refusal a failure. The engine asks for what may be missing, and writes on condition: "not there", "there already" and "changed meanwhile" are answers.
/// </summary>
internal sealed class FailedSpans : BaseProcessor<Activity>
{
    private const string Worker = "Microsoft.Azure.Functions.Worker";

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
        if (data.Status != ActivityStatusCode.Error) return;
        var client = data.Source.Name.StartsWith("Azure.", StringComparison.Ordinal);
        if (!client && data.Source.Name != Worker) return;
        data.SetStatus(client && data.GetTagItem("error.type") is string type && Answers.Contains(type) ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
    }
}

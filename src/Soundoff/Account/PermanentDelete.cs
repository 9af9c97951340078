using Azure.Core;
using Azure.Core.Pipeline;

namespace Soundoff.Account;

/// <summary>
/// Deletes what soft delete still keeps. The client library has no call for it by its makers' choice, so the parameter is added to the requests that are made within
/// <see cref="Begin"/>: https://learn.microsoft.com/rest/api/storageservices/delete-blob#permanent-delete.
/// </summary>
internal sealed class PermanentDelete : HttpPipelineSynchronousPolicy
{
    private const string Property = "Soundoff.PermanentDelete";

    /// <summary>Until what it gives is disposed, deletions of this flow of calls are for good.</summary>
    public static IDisposable Begin() => HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Property] = true });

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.Request.Method == RequestMethod.Delete && message.TryGetProperty(Property, out _)) message.Request.Uri.AppendQuery("deletetype", "permanent");
    }
}

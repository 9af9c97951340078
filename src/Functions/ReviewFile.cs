using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Soundoff.Mail.Visiting;

namespace Soundoff.Functions;

/// <summary>A file that came with a letter, for hosts.</summary>
public sealed class ReviewFile(ReviewVisit visit)
{
    [Function(nameof(ReviewFile))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "letter/{id}/{index:int}")] HttpRequest request, string id, int index, CancellationToken cancellation) =>
        request.Answer(await visit.FileAsync(request.ToInbound(), id, index, cancellation));
}

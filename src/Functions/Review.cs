using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Soundoff.Mail.Visiting;

namespace Soundoff.Functions;

/// <summary>Where the signed links in mail to hosts and listeners lead. Their tokens stand behind a #; those of earlier days, in the path, are led there.</summary>
public sealed class Review(ReviewVisit visit)
{
    [Function(nameof(Review))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "review/{token?}")] HttpRequest request, string? token, CancellationToken cancellation) =>
        request.Answer(await visit.AnswerAsync(request.ToInbound(), token, cancellation));
}

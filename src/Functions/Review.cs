using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Soundoff.Mail.Visiting;

namespace Soundoff.Functions;

/// <summary>The page behind the signed links in mail to hosts and listeners: asked for, it shows the letter; its form acts.</summary>
public sealed class Review(ReviewVisit visit)
{
    [Function(nameof(Review))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "review/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        request.Answer(await visit.AnswerAsync(request.ToInbound(), token, cancellation));
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Soundoff.Mail.Visiting;

namespace Soundoff.Functions;

/// <summary>The letter of the link that is posted; its form acts.</summary>
public sealed class ReviewLetter(ReviewVisit visit)
{
    [Function(nameof(ReviewLetter))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "letter")] HttpRequest request, CancellationToken cancellation) =>
        request.Answer(await visit.LetterAsync(request.ToInbound(), cancellation));
}

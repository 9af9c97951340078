using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Soundoff.Mail.Visiting;

namespace Soundoff.Functions;

/// <summary>The contact form: a way to write without mail.</summary>
public sealed class Contact(ContactVisit visit)
{
    [Function(nameof(Contact))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "contact")] HttpRequest request, CancellationToken cancellation) =>
        request.Answer(await visit.AnswerAsync(request.ToInbound(), cancellation));
}

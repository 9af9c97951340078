using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Soundoff.Mail.Answering;

namespace Soundoff.Functions;

/// <summary>The provider tells what became of mail that was sent.</summary>
public sealed class MailEvents(DeliveryMarks marks)
{
    [Function(nameof(MailEvents))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mail/events")] HttpRequest request, CancellationToken cancellation) =>
        new StatusCodeResult(await marks.ReceiveAsync(request.ToInbound(), cancellation));
}

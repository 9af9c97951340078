using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Soundoff.Mail.Receiving;

namespace Soundoff.Functions;

/// <summary>Mail comes in, from SendGrid's Inbound Parse or whoever else posts messages: 200 when it is kept.</summary>
public sealed class ReceiveMail(InboundMail mail)
{
    [Function(nameof(ReceiveMail))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mail")] HttpRequest request, CancellationToken cancellation) =>
        new StatusCodeResult(await mail.ReceiveAsync(request.ToInbound(), cancellation));
}

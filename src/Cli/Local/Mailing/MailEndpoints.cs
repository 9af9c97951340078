using Microsoft.Net.Http.Headers;
using Soundoff.Mail.Receiving;

namespace Soundoff.Cli.Local.Mailing;

/// <summary>What listeners, hosts and mail providers call, under the addresses that the functions have in Azure.</summary>
internal static class MailEndpoints
{
    /// <summary>Every HTTP function of the mail journey has its line here.</summary>
    public static void MapMail(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/mail", (HttpContext context, LocalWebhook webhook) => AnswerAsync(context, webhook.ReceiveAsync));
        app.MapPost("/api/mail/events", (HttpContext context, LocalWebhook webhook) => AnswerAsync(context, webhook.ReceiveEventsAsync));
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, Func<InboundRequest, CancellationToken, Task<int>> receive)
    {
        var request = context.Request;
        // Browsers tell who made them post, and no mail provider is a browser: a page elsewhere must not write letters here.
        if (request.Headers.ContainsKey(HeaderNames.Origin)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var inbound = new InboundRequest(request.Body, request.ContentType, name => request.Headers[name].FirstOrDefault(), name => request.Query[name].FirstOrDefault());
        return Results.StatusCode(await receive(inbound, context.RequestAborted));
    }
}

using Microsoft.Net.Http.Headers;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Visiting;

namespace Soundoff.Cli.Local.Mailing;

/// <summary>What listeners, hosts and mail providers call, under the addresses that the functions have in Azure.</summary>
internal static class MailEndpoints
{
    /// <summary>Every HTTP function of the mail journey has its line here.</summary>
    public static void MapMail(this IEndpointRouteBuilder app)
    {
        // Who checks links asks with HEAD.
        string[] file = [HttpMethods.Get, HttpMethods.Head], page = [.. file, HttpMethods.Post];
        app.MapPost("/api/mail", (HttpContext context, LocalWebhook webhook) => TakeAsync(context, webhook.ReceiveAsync)).WithName("ReceiveMail");
        app.MapPost("/api/mail/events", (HttpContext context, LocalWebhook webhook) => TakeAsync(context, webhook.ReceiveEventsAsync)).WithName("MailEvents");
        app.MapMethods("/api/review/{token?}", page, (HttpContext context, string? token, ReviewVisit visit, Doorbell queues) =>
            AnswerAsync(context, queues, request => visit.AnswerAsync(request, token, context.RequestAborted))).WithName("Review");
        app.MapMethods("/api/letter", page, (HttpContext context, ReviewVisit visit, Doorbell queues) =>
            AnswerAsync(context, queues, request => visit.LetterAsync(request, context.RequestAborted))).WithName("ReviewLetter");
        app.MapMethods("/api/letter/{id}/{index:int}", file, (HttpContext context, string id, int index, ReviewVisit visit, Doorbell queues) =>
            AnswerAsync(context, queues, request => visit.FileAsync(request, id, index, context.RequestAborted))).WithName("ReviewFile");
        app.MapMethods("/api/contact", page, (HttpContext context, ContactVisit visit, Doorbell queues) =>
            AnswerAsync(context, queues, request => visit.AnswerAsync(request, context.RequestAborted))).WithName("Contact");
    }

    private static async Task<IResult> TakeAsync(HttpContext context, Func<InboundRequest, CancellationToken, Task<int>> receive)
    {
        // Browsers tell who made them post, and no mail provider is a browser: a page elsewhere must not write letters here.
        if (context.Request.Headers.ContainsKey(HeaderNames.Origin)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        return Results.StatusCode(await receive(Inbound(context), context.RequestAborted));
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, Doorbell queues, Func<InboundRequest, Task<WebAnswer>> visit)
    {
        var answer = await visit(Inbound(context));
        queues.Ring();
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
        return Results.Bytes(answer.Body, answer.Type, enableRangeProcessing: answer.Status == StatusCodes.Status200OK);
    }

    private static InboundRequest Inbound(HttpContext context)
    {
        var request = context.Request;
        return new(request.Body, request.ContentType, name => request.Headers[name].FirstOrDefault(), name => request.Query[name].FirstOrDefault())
        {
            Posts = HttpMethods.IsPost(request.Method),
            Peer = context.Connection.RemoteIpAddress,
        };
    }
}

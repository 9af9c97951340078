using Microsoft.AspNetCore.Http;
using Soundoff.Mail.Receiving;

namespace Soundoff.Functions;

/// <summary>Requests as the engine takes them.</summary>
internal static class InboundRequests
{
    public static InboundRequest ToInbound(this HttpRequest request) =>
        new(request.Body, request.ContentType, name => request.Headers[name].FirstOrDefault(), name => request.Query[name].FirstOrDefault())
        {
            Posts = HttpMethods.IsPost(request.Method),
            Peer = request.HttpContext.Connection.RemoteIpAddress,
        };
}

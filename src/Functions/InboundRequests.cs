using Microsoft.AspNetCore.Http;
using Soundoff.Mail.Receiving;

namespace Soundoff.Functions;

/// <summary>Requests as the engine's webhooks take them.</summary>
internal static class InboundRequests
{
    public static InboundRequest ToInbound(this HttpRequest request) =>
        new(request.Body, request.ContentType, name => request.Headers[name].FirstOrDefault(), name => request.Query[name].FirstOrDefault());
}

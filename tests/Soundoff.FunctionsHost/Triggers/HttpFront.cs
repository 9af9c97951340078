using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Soundoff.FunctionsHost.Protocol;

namespace Soundoff.FunctionsHost.Triggers;

/// <summary>Calls the function whose route and method a request has, and forwards the request to the worker's server, which answers it.</summary>
internal sealed class HttpFront(FunctionsApp app, RunningApp host)
{
    private static readonly HttpMessageInvoker Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    public async Task AnswerAsync(HttpContext context)
    {
        var values = new RouteValueDictionary();
        var function = app.Functions.FirstOrDefault(function => function.Kind == "http" && function.Properties("methods").Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase) && Matches(function, context.Request.Path, values));
        context.Response.StatusCode = function is null ? StatusCodes.Status404NotFound : IsOpen(function, context.Request) ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
        if (function is null || context.Response.StatusCode != StatusCodes.Status200OK) return;
        var call = Request(function, context.Request, values);
        var worker = await host.WorkerAsync();
        var running = host.InvokeAsync(function, call);
        try
        {
            using var forwarded = Forwarded(context, worker.Http!, call.InvocationId);
            using var answer = await Client.SendAsync(forwarded, context.RequestAborted);
            context.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, said) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Transfer-Encoding")) context.Response.Headers[name] = said.ToArray();
            await answer.Content.CopyToAsync(context.Response.Body);
        }
        catch (HttpRequestException failure) when (!context.Response.HasStarted)
        {
            host.Log.Add($"{function.Name} was not answered: {failure}");
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }

        await running;
    }

    private bool Matches(Function function, PathString path, RouteValueDictionary values)
    {
        values.Clear();
        return new TemplateMatcher(TemplateParser.Parse($"{app.Rules.RoutePrefix}/{function.Property("route")}"), []).TryMatch(path, values);
    }

    private bool IsOpen(Function function, HttpRequest request) =>
        function.Property("authLevel") == "Anonymous" || request.Headers["x-functions-key"] == host.Key || request.Query["code"] == host.Key;

    private static InvocationRequest Request(Function function, HttpRequest request, RouteValueDictionary values)
    {
        var call = new InvocationRequest { InvocationId = Guid.NewGuid().ToString() };
        var http = new RpcHttp { Method = request.Method, Url = $"{request.Scheme}://{request.Host}{request.Path}{request.QueryString}" };
        foreach (var (name, value) in values)
        {
            http.Params[name] = value!.ToString();
            call.TriggerMetadata[name] = new() { String = value.ToString() };
        }

        call.InputData.Add(new ParameterBinding { Name = function.Parameter, Data = new() { Http = http } });
        return call;
    }

    private static HttpRequestMessage Forwarded(HttpContext context, Uri worker, string invocation)
    {
        // As it was written: an escape that is read here would be another path there.
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var forwarded = new HttpRequestMessage(new(context.Request.Method), new Uri(worker.GetLeftPart(UriPartial.Authority) + target));
        if (context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0) forwarded.Content = new StreamContent(context.Request.Body);
        foreach (var (name, said) in context.Request.Headers.Where(header => header.Key is not ("Host" or "Connection" or "Transfer-Encoding")))
            if (!forwarded.Headers.TryAddWithoutValidation(name, said.ToArray())) forwarded.Content?.Headers.TryAddWithoutValidation(name, said.ToArray());
        forwarded.Headers.TryAddWithoutValidation("X-Forwarded-For", context.Connection.RemoteIpAddress!.ToString());
        forwarded.Headers.TryAddWithoutValidation("x-ms-invocation-id", invocation);
        return forwarded;
    }
}

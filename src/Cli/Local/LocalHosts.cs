namespace Soundoff.Cli.Local;

/// <summary>
/// The names under which this machine may be asked. A page elsewhere can make its own name lead to this machine ("DNS rebinding"); to the browser it is then the
/// same site, and could read what stands here, links in mail among it. Only the name in the request tells.
/// </summary>
internal static class LocalHosts
{
    private static readonly string[] Always = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Refuses every request for another name with 421, "Misdirected Request" (RFC 9110 section 15.5.20).</summary>
    /// <param name="app">Whose endpoints are guarded, all of them.</param>
    /// <param name="more">Names beside those of every machine.</param>
    public static void UseLocalHosts(this IApplicationBuilder app, IReadOnlyList<string> more)
    {
        var hosts = Always.Concat(more).ToHashSet(StringComparer.OrdinalIgnoreCase);
        app.Use((context, next) => hosts.Contains(context.Request.Host.Host) ? next(context) : RefuseAsync(context));
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("This is Soundoff on one machine. It answers to localhost alone; soundoff serve --host NAME lets it answer to another name.\n", context.RequestAborted);
    }
}

using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Soundoff.Tests.Functions;
using Soundoff.Tests.Mail.Letters;

namespace Soundoff.Tests.Mail.Visiting;

/// <summary>An answer as a browser gets it.</summary>
public sealed record Visited(int Status, string Html, byte[] Bytes, string Type, IHeaderDictionary Headers)
{
    /// <summary>The form's token on the page.</summary>
    public string Form => Regex.Match(Html, "name=\"form\" value=\"([^\"]+)\"").Groups[1].Value;

    /// <summary>What is wrong, in words; empty when nothing.</summary>
    public string Problem => WebUtility.HtmlDecode(Regex.Match(Html, "id=\"problem\">(.*?)</p>").Groups[1].Value);

    public string Title => WebUtility.HtmlDecode(Regex.Match(Html, "<h1[^>]*>(.*?)</h1>").Groups[1].Value);

    /// <summary>The name of the choice that is made beforehand.</summary>
    public string Chosen => Regex.Match(Html, "value=\"(\\w+)\" required checked").Groups[1].Value;
}

/// <summary>Somebody with a browser, at the functions as their declarations name them.</summary>
internal sealed class Visits(LetterWorld world)
{
    public Task<Visited> ReviewAsync(string token, string? action = null, params (string Name, string Value)[] fields) =>
        CallAsync("ReviewLetter", [("link", action is null ? token : $"{token}?action={action}"), .. fields], "", null);

    /// <summary>The page that links in mail lead to.</summary>
    public Task<Visited> OpenAsync() => CallAsync("Review", [], "", null, [null]);

    /// <summary>A link with its token in the path, as they once were.</summary>
    public Task<Visited> OldAsync(string token, string action) => CallAsync("Review", [], "?action=" + Uri.EscapeDataString(action), null, token);

    /// <summary>What is written into that page's field.</summary>
    public Task<Visited> PasteAsync(string written) => CallAsync("ReviewLetter", [("link", written)], "", null);

    /// <summary>A file of the letter whose page the link opens, in the same browser.</summary>
    public async Task<Visited> FileAsync(string token, int index, string? range = null)
    {
        var cookie = (await ReviewAsync(token)).Headers.SetCookie.ToString();
        var id = cookie.Length > 0 ? Regex.Match(cookie, @"path=/api/letter/([\w\-]+)/").Groups[1].Value : (await world.OnlyLetterAsync()).Id;
        return await FileWithAsync(cookie.Split(';')[0], id, index, range);
    }

    /// <summary>A file, with a cookie of one's own.</summary>
    public Task<Visited> FileWithAsync(string cookie, string id, int index, string? range = null) => CallAsync("ReviewFile", [], "", request =>
    {
        request.Headers.Cookie = cookie;
        if (range is not null) request.Headers.Range = range;
    }, id, index);

    public Task<Visited> ContactAsync(string query, Action<HttpRequest>? change = null, params (string Name, string Value)[] fields) => CallAsync("Contact", fields, query, change);

    private async Task<Visited> CallAsync(string function, (string Name, string Value)[] fields, string query, Action<HttpRequest>? change, params object?[] route)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().AddMvcCore().Services.BuildServiceProvider() };
        var (request, response) = (context.Request, context.Response);
        request.Method = fields.Length == 0 ? "GET" : "POST";
        request.QueryString = new(query);
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        if (fields.Length > 0)
        {
            request.ContentType = "application/x-www-form-urlencoded";
            request.Headers["Sec-Fetch-Site"] = "same-origin";
            request.Body = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('&', fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"))));
        }

        change?.Invoke(request);
        // As the worker's ASP.NET Core integration sets its server up.
        new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Options.Create(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All })).ApplyForwarders(context);
        response.Body = new MemoryStream();
        var method = DeclaredTrigger.MethodOf(function);
        var instance = ActivatorUtilities.CreateInstance(world.Services, method.DeclaringType!);
        object?[] arguments = [request, .. route, TestContext.Current.CancellationToken];
        var result = await (Task<IActionResult>)method.Invoke(instance, arguments)!;
        await result.ExecuteResultAsync(new(context, new(), new()));
        var bytes = ((MemoryStream)response.Body).ToArray();
        return new(response.StatusCode, Encoding.UTF8.GetString(bytes), bytes, response.ContentType!, response.Headers);
    }
}

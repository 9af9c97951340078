using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Net.Http.Headers;
using Soundoff.Account;
using Soundoff.Site;

namespace Soundoff.Cli.Local.Site;

/// <summary>Serves the <c>$web</c> container as the static website of an Azure storage account does, streaming, with ranges and conditional requests.</summary>
internal static class StaticSite
{
    private const string Index = "index.html";
    private const int Tries = 3;
    private const int BufferSize = 256 * 1024;

    /// <summary>Answers GET and HEAD of every path that no other endpoint has.</summary>
    public static void MapStaticSite(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, StorageAccount account) => AnswerAsync(context, account.Container(Containers.Site)));
        app.MapMethods("/{**path}", [HttpMethods.Options], AllowReading);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, BlobContainerClient site)
    {
        var cancellation = context.RequestAborted;
        var path = context.Request.Path.Value is { Length: > 0 } given ? given[1..] : "";
        var name = path.Length == 0 || path.EndsWith('/') ? path + Index : path;
        if (await FindAsync(site, name, cancellation) is { } found) return Send(context, found);
        // Not for ever: browsers would remember it for the next site on this port.
        if (name == path && await FindAsync(site, path + "/" + Index, cancellation) is not null)
            return Results.Redirect(context.Request.Path.ToUriComponent() + "/" + context.Request.QueryString.ToUriComponent());

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        if (await FindAsync(site, SitePaths.NotFound, cancellation) is not { } page) return Results.Text("There is nothing here.", statusCode: StatusCodes.Status404NotFound);
        context.Response.ContentType = page.Properties.ContentType;
        context.Response.ContentLength = page.Properties.ContentLength;
        await using var content = page.Content;
        if (HttpMethods.IsGet(context.Request.Method)) await content.CopyToAsync(context.Response.Body, cancellation);
        return Results.Empty;
    }

    private static IResult Send(HttpContext context, Found found)
    {
        var (properties, headers) = (found.Properties, context.Response.Headers);
        Set(HeaderNames.CacheControl, properties.CacheControl);
        Set(HeaderNames.ContentEncoding, properties.ContentEncoding);
        Set(HeaderNames.ContentLanguage, properties.ContentLanguage);
        Set(HeaderNames.ContentDisposition, properties.ContentDisposition);
        // Players and readers on other sites fetch everything but pages: feeds, chapters, transcripts, media.
        if (!properties.ContentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)) AllowOthers(headers);
        return Results.Stream(found.Content, properties.ContentType, null, properties.LastModified, EntityTagHeaderValue.Parse(properties.ETag.ToString("H")), enableRangeProcessing: true);

        void Set(string header, string? value)
        {
            if (!string.IsNullOrEmpty(value)) headers[header] = value;
        }
    }

    private static IResult AllowReading(HttpContext context)
    {
        AllowOthers(context.Response.Headers);
        context.Response.Headers.AccessControlAllowMethods = "GET, HEAD, OPTIONS";
        context.Response.Headers.AccessControlAllowHeaders = "Range, If-None-Match, If-Modified-Since";
        return Results.NoContent();
    }

    private static void AllowOthers(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "Accept-Ranges, Content-Length, Content-Range, ETag";
    }

    private static async Task<Found?> FindAsync(BlobContainerClient site, string name, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var blob = site.GetBlobClient(name);
                var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
                var options = new BlobOpenReadOptions(allowModifications: false) { BufferSize = BufferSize, Conditions = new() { IfMatch = properties.ETag } };
                return new(properties, await blob.OpenReadAsync(options, cancellation));
            }
            catch (RequestFailedException missing) when (missing.Status is StatusCodes.Status404NotFound or StatusCodes.Status400BadRequest)
            {
                // 400: a name that no blob can have.
                return null;
            }
            catch (RequestFailedException changed) when (changed.Status == StatusCodes.Status412PreconditionFailed && attempt < Tries)
            {
                // It was rewritten between the two requests: what is there now is meant.
            }
        }
    }

    private sealed record Found(BlobProperties Properties, Stream Content);
}

using Azure.Storage.Blobs;
using MimeKit;
using Soundoff.Account;

namespace Soundoff.Cli.Local.Outbox;

/// <summary><c>/_outbox</c>: mail that would have been sent, as its receivers would see it.</summary>
internal static class OutboxEndpoints
{
    /// <summary>The address of the list; messages are below it under the names of their blobs.</summary>
    public const string Path = "/_outbox";

    private const int Newest = 200;
    private const string Policy = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-src 'self'; form-action 'none'; base-uri 'none'";

    /// <summary>Answers GET of the list, of a message, of its HTML and of its files.</summary>
    public static void MapOutbox(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext context, StorageAccount account) => ListAsync(context, account.Container(Containers.Outbox)));
        app.MapGet(Path + "/{day}/{name}", (HttpContext context, string day, string name, StorageAccount account) =>
            WithAsync(context, account, day, name, message => Page(OutboxPages.Message(message, Below(day, name)))));
        app.MapGet(Path + "/{day}/{name}/html", (HttpContext context, string day, string name, StorageAccount account) =>
            WithAsync(context, account, day, name, message => Page(OutboxPages.Html(message, Below(day, name)))));
        app.MapGet(Path + "/{day}/{name}/{part:int}", (HttpContext context, string day, string name, int part, StorageAccount account) =>
            WithAsync(context, account, day, name, message => File(context, message, part)));
    }

    private static async Task<IResult> ListAsync(HttpContext context, BlobContainerClient outbox)
    {
        var messages = new List<(string, MimeMessage)>();
        try
        {
            foreach (var name in await OutboxMessages.NewestAsync(outbox, Newest, context.RequestAborted))
                if (await OutboxMessages.FindAsync(outbox, name, context.RequestAborted) is { } message) messages.Add(($"{Path}/{name}", message));
            Protect(context);
            return Page(OutboxPages.List(messages));
        }
        finally
        {
            foreach (var (_, message) in messages) message.Dispose();
        }
    }

    private static async Task<IResult> WithAsync(HttpContext context, StorageAccount account, string day, string name, Func<MimeMessage, IResult> answer)
    {
        using var message = await OutboxMessages.FindAsync(account.Container(Containers.Outbox), $"{day}/{name}", context.RequestAborted);
        if (message is null) return Results.NotFound();
        Protect(context);
        return answer(message);
    }

    private static IResult File(HttpContext context, MimeMessage message, int index)
    {
        if (OutboxMessage.Files(message).ElementAtOrDefault(index) is not { } file) return Results.NotFound();
        using var bytes = new MemoryStream();
        if (file is MimePart { Content: { } content }) content.DecodeTo(bytes, context.RequestAborted);
        else file.WriteTo(bytes, contentOnly: true, context.RequestAborted);
        // Only pictures are shown in place; whatever else came by mail is saved, not run.
        return OutboxMessage.IsPicture(file)
            ? Results.Bytes(bytes.ToArray(), file.ContentType.MimeType)
            : Results.Bytes(bytes.ToArray(), "application/octet-stream", OutboxMessage.NameOf(file));
    }

    private static void Protect(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static string Below(string day, string name) => $"{Path}/{Uri.EscapeDataString(day)}/{Uri.EscapeDataString(name)}";

    private static IResult Page(string html) => Results.Text(html, "text/html; charset=utf-8");
}

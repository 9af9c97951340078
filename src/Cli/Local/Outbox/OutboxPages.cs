using System.Globalization;
using System.Net;
using MimeKit;

namespace Soundoff.Cli.Local.Outbox;

/// <summary>The HTML of the outbox.</summary>
internal static class OutboxPages
{
    // MIME itself, and what the page says elsewhere.
    private static readonly HashSet<HeaderId> Unsaid = [HeaderId.MimeVersion, HeaderId.ContentType, HeaderId.ContentTransferEncoding];

    /// <summary>The messages, in the order given.</summary>
    /// <param name="messages">Each with its address.</param>
    public static string List(IReadOnlyList<(string Address, MimeMessage Message)> messages)
    {
        var rows = string.Concat(messages.Select(row => $"""
            <tr><td><time>{Time(row.Message)}</time></td><td>{Text(row.Message.From)}</td><td>{Text(row.Message.To)}</td><td><a href="{Text(row.Address)}">{Text(row.Message.Subject)}</a></td></tr>

            """));
        return Page("Outbox", messages.Count == 0
            ? "<p>Nothing has been sent yet. Acknowledgements to listeners and letters to hosts will be listed here: no message leaves this machine.</p>"
            : $"""
              <p>Mail that would have been sent, newest first. No message leaves this machine.</p>
              <table><thead><tr><th scope="col">Time (UTC)</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
              <tbody>
              {rows}</tbody></table>
              """);
    }

    /// <summary>A message: its header, its text in both forms, its files.</summary>
    /// <param name="message">The message.</param>
    /// <param name="address">Of its page.</param>
    public static string Message(MimeMessage message, string address)
    {
        var headers = string.Concat(message.Headers.Where(header => !Unsaid.Contains(header.Id)).Select(header => $"<tr><th scope=\"row\">{Text(header.Field)}</th><td>{Text(header.Value)}</td></tr>\n"));
        var html = message.HtmlBody is null ? "" : $"""
            <h2>As most programs show it</h2>
            <iframe title="The message as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="{Text(address)}/html"></iframe>
            """;
        var text = message.TextBody is null ? "" : $"<h2>As plain text</h2>\n<pre>{Text(message.TextBody)}</pre>";
        var files = OutboxMessage.Files(message).Select((file, index) =>
            $"<li><a href=\"{Text(address)}/{index}\">{Text(OutboxMessage.NameOf(file))}</a> {Text(file.ContentType.MimeType)}</li>").ToList();
        return Page(message.Subject, $"""
            <p><a href="{OutboxEndpoints.Path}">Outbox</a></p>
            <table class="header">
            {headers}</table>
            {html}
            {text}
            {(files.Count == 0 ? "" : $"<h2>Files</h2>\n<ul>{string.Concat(files)}</ul>")}
            """);
    }

    /// <summary>The HTML that was sent, for a sandboxed frame: links open beside it, pictures of the message are found.</summary>
    /// <param name="message">The message.</param>
    /// <param name="address">Of its page.</param>
    public static string Html(MimeMessage message, string address)
    {
        var html = message.HtmlBody ?? "";
        foreach (var (index, file) in OutboxMessage.Files(message).Index())
            if (file.ContentId is { Length: > 0 } id) html = html.Replace("cid:" + id, $"{address}/{index}", StringComparison.Ordinal);
        return "<base target=\"_blank\">" + html;
    }

    private static string Time(MimeMessage message) => message.Date.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(InternetAddressList addresses) => Text(addresses.ToString());

    private static string Text(string? text) => WebUtility.HtmlEncode(text) ?? "";

    private static string Page(string? title, string body) => $$"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>{{Text(title)}}</title>
        <style>
        :root { color-scheme: light dark }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
        table { border-collapse: collapse; width: 100% }
        th, td { text-align: left; vertical-align: top; padding: .3rem 1rem .3rem 0; border-bottom: 1px solid #8884; overflow-wrap: anywhere }
        .header th { width: 12rem; font-weight: normal; opacity: .75 }
        iframe { width: 100%; height: 30rem; border: 1px solid #8888; background: #fff; color-scheme: light }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8888; padding: 1rem }
        time { white-space: nowrap }
        h1 { overflow-wrap: anywhere }
        @media (max-width: 40rem) {
          body { margin: 1rem auto }
          thead { position: absolute; clip-path: inset(50%) }
          tr, th, td { display: block; width: auto; border: 0; padding: 0 }
          tr { padding: .7rem 0; border-bottom: 1px solid #8884 }
          .header th { width: auto }
          iframe { height: 24rem }
        }
        </style>
        <h1>{{Text(title)}}</h1>
        {{body}}
        </html>
        """;
}

using System.Net;
using System.Text.RegularExpressions;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Playwright;
using MimeKit;
using Soundoff.Cli.Local;

namespace Soundoff.Tests.Browser;

/// <summary>Mail to a local run, and the links in what it would send.</summary>
internal static partial class LocalMail
{
    /// <summary>Sends a message by SMTP from its author to its first recipient, as a mail program does.</summary>
    public static async Task SendAsync(StationSettings settings, MimeMessage letter, CancellationToken cancellation)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("localhost", settings.SmtpPort, SecureSocketOptions.None, cancellation);
        await client.SendAsync(letter, letter.From.Mailboxes.Single(), letter.To.Mailboxes, cancellation);
        await client.DisconnectAsync(true, cancellation);
    }

    /// <summary>The signed link in the mail to somebody, out of the outbox; waits for it.</summary>
    public static async Task<string> LinkAsync(StationSettings settings, HttpClient http, string address, CancellationToken cancellation)
    {
        var link = "";
        await Eventually.BecomesTrueAsync($"the outbox holds a link for {address}", async () =>
        {
            var list = await http.GetStringAsync(new Uri(settings.Address, "_outbox"), cancellation);
            var row = Regex.Match(list, $"<td>{Regex.Escape(address)}</td><td><a href=\"([^\"]+)\"");
            if (!row.Success) return false;
            link = Link().Match(WebUtility.HtmlDecode(await http.GetStringAsync(new Uri(settings.Address, row.Groups[1].Value), cancellation))).Value;
            return link.Length > 0;
        });
        return link;
    }

    /// <summary>Follows a link out of a mail to its letter; without scripts by pasting it, as its page asks.</summary>
    public static async Task OpenAsync(IPage page, string link, bool script = true)
    {
        await page.GotoAsync(link, new() { WaitUntil = WaitUntilState.Commit });
        if (!script)
        {
            await page.Locator("#link").FillAsync(link);
            await page.Locator("[data-opens] button").ClickAsync();
        }

        await page.WaitForURLAsync("**/api/letter");
    }

    [GeneratedRegex(@"http://localhost:\d+/api/review#[\w.\-]+")]
    private static partial Regex Link();
}

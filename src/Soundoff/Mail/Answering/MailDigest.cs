using System.Globalization;
using Azure.Data.Tables;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Sending;
using Soundoff.Mail.Sorting;
using Soundoff.Shows;

namespace Soundoff.Mail.Answering;

/// <summary>Once a day, to the hosts of each show to which something came: counts, what was quarantined or written by programs in a line each, and what went wrong.</summary>
public sealed class MailDigest(ShowMail shows, LetterStore letters, LetterTable table, MailSecret secret, ReviewLinks links, HostNotices notices, IMailSender sender, TimeProvider clock)
{
    private const int MostLetters = 500;
    private const int MostLines = 50;

    // What came just now may not have been sorted yet.
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(15);

    /// <summary>Makes and sends what is due. Run again the same day it adds what came since.</summary>
    /// <exception cref="MailNotSentException">Some digest was not sent, for a reason that may pass; the next run makes it again.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var all = await shows.AllAsync(cancellation);
        foreach (var show in all.Where(s => s.Mail is { Digest: true, Hosts.Count: > 0 })) await SendAsync(show, all, cancellation);
    }

    private async Task SendAsync(Show show, IReadOnlyList<Show> all, CancellationToken cancellation)
    {
        var until = clock.GetUtcNow() - Lag;
        var last = (await table.RowAsync(show.Name, LetterKeys.Digest, cancellation))?.GetDateTimeOffset("Until") ?? until.AddDays(-1);
        var came = await letters.BetweenAsync(show.Name, last, until, MostLetters, cancellation);
        var noted = await notices.ListAsync(show.Name, cancellation);
        if (came.Count > 0 || noted.Count > 0)
        {
            var words = MailTemplates.Render("digest", show.Language, await ValuesAsync(show, came, [.. noted.Select(n => n.Text)], cancellation));
            foreach (var host in show.Mail.Hosts.Where(h => !ShowMailbox.IsOurs(h, all))) await sender.SendAsync(await ComposeAsync(show, host, words, last, cancellation), cancellation);
        }

        // What is told is dropped only now: a crash before tells it twice.
        await table.PutAsync(new TableEntity(show.Name, LetterKeys.Digest) { ["Until"] = until }, cancellation);
        foreach (var notice in noted) await notices.RemoveAsync(show.Name, notice.Key, cancellation);
    }

    private async Task<IReadOnlyDictionary<string, object?>> ValuesAsync(Show show, IReadOnlyList<Letter> came, string[] noted, CancellationToken cancellation) => new Dictionary<string, object?>
    {
        ["show"] = show.Title,
        ["letters"] = came.Count(l => l.Class == MailClass.Letter),
        ["waiting"] = came.Count(l => l is { Class: MailClass.Letter, State: LetterState.Waiting }),
        ["bounces"] = came.Count(l => l.Class == MailClass.Bounce),
        ["blocked"] = came.Count(l => l.Class == MailClass.Blocked),
        ["quiet"] = await LinesAsync(came.Where(l => l.Class == MailClass.Letter && l.Quiet), cancellation),
        ["quarantined"] = await LinesAsync(came.Where(l => l.Class == MailClass.Spam), cancellation),
        ["automatic"] = await LinesAsync(came.Where(l => l.Class == MailClass.Automatic), cancellation),
        ["notices"] = noted,
    };

    private async Task<string[][]> LinesAsync(IEnumerable<Letter> some, CancellationToken cancellation)
    {
        var lines = new List<string[]>();
        foreach (var letter in some.Take(MostLines)) lines.Add([letter.Excerpt, letter.Rule, await links.HostAsync(letter, cancellation)]);
        return [.. lines];
    }

    private async Task<OutgoingMail> ComposeAsync(Show show, string host, MailWords words, DateTimeOffset since, CancellationToken cancellation)
    {
        var hash = (await secret.HashAsync(host, cancellation))[..8];
        var from = since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new()
        {
            From = ShowMailbox.Party(show, null),
            To = new(host),
            Subject = words.Subject,
            Text = words.Text,
            Html = words.Html,
            MessageId = ShowMailbox.MessageId("digest", show, null, $"{from}-{hash}"),
            Headers = ShowMailbox.Headers(show, ("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All")),
        };
    }
}

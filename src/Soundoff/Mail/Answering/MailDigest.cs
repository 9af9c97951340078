using System.Globalization;
using Soundoff.Account;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Sending;
using Soundoff.Mail.Sorting;
using Soundoff.Mail.Templates;
using Soundoff.Shows;

namespace Soundoff.Mail.Answering;

/// <summary>Once a day, to the hosts of each show to which something came: counts, what was quarantined or written by programs in a line each, and what went wrong.</summary>
public sealed class MailDigest(ShowMail shows, LetterStore letters, LetterTable table, MailSecret secret, ReviewLinks links, HostNotices notices, IMailSender sender, TimeProvider clock)
{
    private const int MostLetters = 500;
    private const int MostLines = 50;

    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    // What came just now may not have been sorted yet.
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(15);

    // After that, whoever began a digest and did not end it has crashed.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(15);

    /// <summary>Makes and sends what is due: at most one digest a day (UTC) and show, and none when nothing came since the last. Run twice, or by two at once, it sends once.</summary>
    /// <exception cref="MailNotSentException">Some digest was not sent, for a reason that may pass; the next run makes it again.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var all = await shows.AllAsync(cancellation);
        foreach (var show in all.Where(s => s.Mail is { Digest: true, Hosts.Count: > 0 })) await SendAsync(show, all, cancellation);
    }

    private async Task SendAsync(Show show, IReadOnlyList<Show> all, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var mark = DigestMark.Read(show.Name, await table.RowAsync(show.Name, LetterKeys.Digest, cancellation));
        if (mark.Sent?.UtcDateTime.Date == now.UtcDateTime.Date || now - mark.Begun < LongestRun) return;
        var last = mark.Until ?? now - Lag - OneDay;
        var came = await letters.BetweenAsync(show.Name, last, now - Lag, MostLetters, cancellation);
        var noted = await notices.ListAsync(show.Name, cancellation);
        if (came.Count == 0 && noted.Count == 0) return;

        // Begun before it is sent, over the version that was read: of two timers one goes on.
        if (await WriteAsync(mark with { Begun = now }, cancellation) is not { } begun) return;
        try
        {
            var words = MailTemplates.Render("digest", show, await ValuesAsync(came, [.. noted.Select(n => n.Text)], cancellation));
            foreach (var host in show.Mail.Hosts.Where(h => !ShowMailbox.IsOurs(h, all))) await sender.SendAsync(await ComposeAsync(show, host, words, last, cancellation), cancellation);
        }
        catch (MailNotSentException)
        {
            await WriteAsync(begun with { Begun = null }, cancellation);
            throw;
        }

        // What is told is dropped only now: a crash before tells it twice.
        await WriteAsync(begun with { Begun = null, Sent = now, Until = now - Lag }, cancellation);
        foreach (var notice in noted) await notices.RemoveAsync(show.Name, notice.Key, cancellation);
    }

    private async Task<DigestMark?> WriteAsync(DigestMark mark, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitAsync([mark.Action()], cancellation);
            return DigestMark.Read(mark.Show, await table.RowAsync(mark.Show, LetterKeys.Digest, cancellation));
        }
        catch (ConflictException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyDictionary<string, object?>> ValuesAsync(IReadOnlyList<Letter> came, string[] noted, CancellationToken cancellation) => new Dictionary<string, object?>
    {
        ["letters"] = came.Count(l => l.Class == MailClass.Letter),
        ["waiting"] = came.Count(l => l is { Class: MailClass.Letter, State: LetterState.Waiting }),
        ["bounces"] = came.Count(l => l.Class == MailClass.Bounce),
        ["blocked"] = came.Count(l => l.Class == MailClass.Blocked),
        ["quiet"] = await LinesAsync(came.Where(l => l is { Class: MailClass.Letter, Quiet: true, Forwarded.Count: 0 }), cancellation),
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

using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Languages;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Sending;
using Soundoff.Mail.Templates;
using Soundoff.Shows;

namespace Soundoff.Mail.Answering;

/// <summary>
/// Passes the letters on that came beyond a show's limit for an hour: together, one mail each <see cref="LetterSettings.Bundle"/>, with each letter, its facts and its
/// links. At least once each, as <see cref="HostForward"/> does with the others.
/// </summary>
public sealed class HostBundle(LetterStore letters, LetterTable table, MailStore mails, MailSecret secret, ForwardedLetter forwarded, HostNotices notices, IMailSender sender, TimeProvider clock)
{
    // No id of a letter begins so.
    private const string Prefix = "bundle:";

    // A mail of a hundred letters of four thousand characters stays below a megabyte, files not counted: those are behind the links.
    private const int MostLetters = 100;
    private const int LongestText = 4000;

    private const string Due = "Due";

    /// <summary>The show whose bundle a wake-up is for; null for all other wake-ups.</summary>
    internal static string? ShowOf(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : null;

    /// <summary>A letter waits for a bundle: one is due after the show's time, unless one is already.</summary>
    internal async Task ExpectAsync(Show show, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var row = await table.RowAsync(show.Name, LetterKeys.Bundle, cancellation);
        if (row?.GetDateTimeOffset(Due) is { } due && due > now) return;

        // First the wake-up, then the mark: a crash between them sends it twice, and the second finds nothing.
        await mails.BundleAsync(Prefix + show.Name, now, show.Mail.Bundle, cancellation);
        try
        {
            await table.SubmitAsync([new TableEntity(show.Name, LetterKeys.Bundle) { [Due] = now + show.Mail.Bundle }.Over(row?.ETag)], cancellation);
        }
        catch (ConflictException)
        {
            // Another letter at the same moment: one mark is enough.
        }
    }

    /// <summary>Sends all that wait.</summary>
    /// <exception cref="MailNotSentException">A host did not get it, for a reason that may pass: try again later.</exception>
    internal async Task SendAsync(Show show, IReadOnlyList<Show> all, CancellationToken cancellation)
    {
        // Whatever comes from now on asks for a bundle of its own.
        await table.PutAsync(new TableEntity(show.Name, LetterKeys.Bundle) { [Due] = clock.GetUtcNow() }, cancellation);
        while (await WaitingAsync(show.Name, cancellation) is { Count: > 0 } waiting)
        {
            var kept = new List<Letter>();
            foreach (var (_, id) in waiting)
                if (await letters.FindAsync(show.Name, id, cancellation) is { } letter) kept.Add(letter);
            foreach (var host in show.Mail.Hosts.Where(h => !ShowMailbox.IsOurs(h, all))) kept = await SendAsync(show, kept, host, cancellation);
            foreach (var (key, _) in waiting) await table.DeleteAsync(show.Name, key, cancellation);
        }
    }

    private async Task<List<Letter>> SendAsync(Show show, List<Letter> kept, string host, CancellationToken cancellation)
    {
        var hash = (await secret.HashAsync(host, cancellation))[..8];
        var news = kept.Where(letter => !letter.Forwarded.Contains(hash)).ToList();
        if (news.Count == 0) return kept;
        var result = await sender.SendAsync(await ComposeAsync(show, news, host, hash, cancellation), cancellation);
        if (result.Outcome == SendOutcome.Refused)
            await notices.AddAsync(show, news[0].Id, words => Words.Filled(words.ForwardRefused, result.Reason ?? words.NoReason), cancellation);
        var now = new List<Letter>();
        foreach (var letter in kept) now.Add(news.Contains(letter) ? await MarkAsync(letter, hash, cancellation) : letter);
        return now;
    }

    // A host who decides about it at the same moment writes another version: then that one is marked.
    private async Task<Letter> MarkAsync(Letter letter, string hash, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await letters.UpdateAsync(letter with { Forwarded = [.. letter.Forwarded, hash] }, [], cancellation);
                return await letters.FindAsync(letter.Show, letter.Id, cancellation) ?? letter;
            }
            catch (ConflictException)
            {
                if (await letters.FindAsync(letter.Show, letter.Id, cancellation) is not { } changed) return letter;
                letter = changed;
            }
        }
    }

    private async Task<List<(string Key, string Id)>> WaitingAsync(string show, CancellationToken cancellation)
    {
        var waiting = new List<(string, string)>();
        await foreach (var row in table.RangeAsync(show, LetterKeys.Bundled, RowKeys.After(LetterKeys.Bundled), MostLetters, cancellation)) waiting.Add((row.RowKey, row.GetString("Id")));
        return waiting;
    }

    private async Task<OutgoingMail> ComposeAsync(Show show, List<Letter> some, string host, string hash, CancellationToken cancellation)
    {
        var told = new List<Dictionary<string, object?>>();
        foreach (var letter in some) told.Add(await forwarded.ValuesAsync(show, letter, LongestText, cancellation));
        var words = MailTemplates.Render("bundle", show, new Dictionary<string, object?> { ["count"] = some.Count, ["letters"] = told.ToArray() });
        return new()
        {
            From = ShowMailbox.Party(show, null),
            To = new(host),
            Subject = words.Subject,
            Text = words.Text,
            Html = words.Html,
            MessageId = ShowMailbox.MessageId("bundle", show, null, $"{some[0].Id}-{hash}"),
            Headers = ShowMailbox.Headers(show, ("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All")),
        };
    }
}

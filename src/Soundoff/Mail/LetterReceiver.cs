using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Mail.Answering;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Matching;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Sorting;
using Soundoff.Mail.Sorting.Bounces;
using Soundoff.Mail.Sorting.Proof;
using Soundoff.Shows;
using Soundoff.Storage;
using Soundoff.Telemetry;
using Soundoff.Texts;

namespace Soundoff.Mail;

/// <summary>
/// A kept message becomes a letter: read, told what it is, given to its episode, stored, passed to the hosts, acknowledged. Handled again, whatever step it stopped
/// at, it goes on from there.
/// </summary>
public sealed partial class LetterReceiver(
    MailStore mails, ShowMail shows, LetterStore letters, SenderBook senders, SentMessages sent, MailSecret secret, HostRelay relay, HostForward forward, HostBundle bundle, Acknowledgement acknowledgement,
    Instruments instruments, TimeProvider clock, IOptions<MailOptions> options, ILogger<LetterReceiver> logger)
{
    private const int Tries = 10;

    /// <summary>Handles a message.</summary>
    /// <param name="message">A <see cref="WakeUp"/> of its id, or the id alone; or one of a show's bundle.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InvalidDataException">The message is neither.</exception>
    /// <exception cref="Sending.MailNotSentException">Something was not sent, for a reason that may pass: handle it again later.</exception>
    public Task HandleAsync(string message, CancellationToken cancellation)
    {
        var wakeUp = WakeUp.Parse(message);
        var bundled = HostBundle.ShowOf(wakeUp.Name);
        if (bundled is null && !MailStore.IsId(wakeUp.Name))
            throw new InvalidDataException($"A message of the queue {Queues.Letters} is not ours. Expected is the id of a message that is kept, yyyy-MM-dd and 32 hexadecimal digits with a hyphen between, or JSON with such an id as its name.");
        if (wakeUp.Time is { } time) instruments.Handled(Queues.Letters, clock.GetUtcNow() - time);
        return Tracing.HandleAsync(Spans.ReceiveLetter, wakeUp.Trace, span =>
        {
            if (bundled is not null) return SendBundleAsync(bundled, cancellation);
            span?.SetTag(Tags.Letter, wakeUp.Name);
            return GoOnAsync(wakeUp.Name, cancellation);
        });
    }

    private async Task GoOnAsync(string id, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ReceiveAsync(id, cancellation);
                return;
            }
            catch (ConflictException) when (attempt < Tries)
            {
                // Another message of the same sender, or the same message: start over from the read.
            }
        }
    }

    private async Task SendBundleAsync(string name, CancellationToken cancellation)
    {
        var all = await shows.AllAsync(cancellation);
        if (all.FirstOrDefault(s => s.Name == name) is { } show) await bundle.SendAsync(show, all, cancellation);
    }

    private async Task ReceiveAsync(string id, CancellationToken cancellation)
    {
        using var understanding = Tracing.Start(Spans.UnderstandLetter);
        // Expired or erased while it waited: then there is nothing to do.
        if (await mails.FindAsync(id, cancellation) is not { } kept || await LetterReading.OpenAsync(mails, id, cancellation) is not var (opened, raw)) return;
        var all = await shows.AllAsync(cancellation);
        // What was written into a show's form is for that show, whoever shares its address.
        var asked = kept.Show is { } only ? [.. all.Where(s => s.Name == only)] : all;
        var answered = await relay.FindAsync(kept.Delivery, asked, cancellation);
        var match = kept.Match ?? (answered is var (of, to)
            ? new EpisodeMatch(of.Name, to.Episode, EpisodeRules.Answer)
            : EpisodeMatcher.Match(opened.Mail, kept.Delivery, await shows.DirectoryAsync(asked, opened.Mail, kept.Delivery, cancellation)));
        var show = all.FirstOrDefault(s => s.Name == match.Show);
        var letter = await letters.FindAsync(match.Show ?? LetterStore.NoShow, id, cancellation);
        var (verdict, sender, key) = letter is null ? await SortAsync(kept, opened.Mail, show, all, match, cancellation) : (new Verdict(letter.Class, letter.Rule), null, "");
        understanding?.SetTag(Tags.Show, match.Show).SetTag(Tags.Episode, match.Slug).SetTag(Tags.LetterClass, EnumName.Of(verdict.Class)).SetTag(Tags.LetterRule, verdict.Rule).SetTag(Tags.EpisodeRule, match.Rule);
        understanding?.Stop();
        if (letter is null)
        {
            if (answered is var (host, about) && verdict.Class == MailClass.Letter)
            {
                if (HostRelay.Allows(host, opened.Mail, kept.Delivery))
                {
                    await Tracing.StepAsync(Spans.RelayAnswer, _ => relay.SendAsync(host, about, kept, opened, cancellation));
                    Relayed(id);
                    return;
                }

                verdict = new Verdict(MailClass.Spam, HostRelay.Refused);
            }

            letter = await Tracing.StepAsync(Spans.StoreLetter, _ => KeepAsync(kept, opened.Mail, verdict, match, sender, key, all, cancellation));
            if (letter is null) return;
        }

        if (letter is { Class: MailClass.Bounce, About: { } failed, FailedShow: { } from }) await senders.MarkUndeliverableAsync(from, failed, cancellation);
        if (letter.Class != MailClass.Letter || show is null) return;
        if (letter.Quiet)
        {
            await bundle.ExpectAsync(show, cancellation);
            return;
        }

        var forwarded = await Tracing.StepAsync(Spans.ForwardLetter, _ => forward.SendAsync(show, all, letter, kept, opened, raw, cancellation));
        await Tracing.StepAsync(Spans.AcknowledgeLetter, _ => acknowledgement.SendAsync(show, all, forwarded, cancellation));
    }

    private async Task<(Verdict Verdict, SenderRow? Sender, string Key)> SortAsync(
        KeptMail kept, ReadMail mail, Show? show, IReadOnlyList<Show> all, EpisodeMatch match, CancellationToken cancellation)
    {
        var name = match.Show ?? LetterStore.NoShow;
        var key = LetterKey.Of(mail);
        var seen = await letters.SeenAsync(name, key, cancellation);
        var author = mail.Address is { } address ? await senders.FindAsync(name, await secret.HashAsync(address, cancellation), cancellation) : null;
        var sender = author is null || SenderProof.Vouches(mail, kept.Delivery) ? author : await senders.FindAsync(name, await secret.HashOfClaimAsync(author.Hash, cancellation), cancellation);
        var known = new Known
        {
            Seen = seen is not null && seen != kept.Id,
            Contacts = [.. all.Select(s => s.Contact!)],
            Blocked = author is { Blocked: true } || sender is { Blocked: true },
            LettersLastHour = sender?.InHourBefore(kept.Delivery.Received) ?? 0,
            HourlyLimit = options.Value.LettersPerHour,
            SpamThreshold = show?.Mail.SpamThreshold ?? new LetterSettings().SpamThreshold,
        };
        return (MailSorter.Sort(mail, kept.Delivery, known), sender, key);
    }

    private async Task<Letter?> KeepAsync(
        KeptMail kept, ReadMail mail, Verdict verdict, EpisodeMatch match, SenderRow? sender, string key, IReadOnlyList<Show> all, CancellationToken cancellation)
    {
        if (verdict.Class is MailClass.Duplicate or MailClass.Ours)
        {
            await mails.DeleteAsync(kept.Id, cancellation);
            instruments.Sorted(verdict.Class);
            Dropped(kept.Id, verdict.Rule);
            return null;
        }

        var letter = LetterReading.Of(kept, mail, verdict, match) with { Sender = mail.Address is { } author ? await secret.HashAsync(author, cancellation) : null };
        if (letter.Class == MailClass.Bounce && BounceReader.Read(mail, kept.Delivery, [.. all.Select(s => s.Contact!)]) is { Permanent: true, FailedAddress: { } failed } bounce)
            letter = letter with { About = await secret.HashAsync(failed, cancellation), FailedShow = await FailedShowAsync(bounce, failed, cancellation) };
        if (letter.Class == MailClass.Letter) letter = letter with { Quiet = await IsFullAsync(letter, all.FirstOrDefault(s => s.Name == letter.Show), cancellation) };
        if (kept.Match is null) await mails.DecideAsync(kept, match, cancellation);
        await letters.AddAsync(letter, key, sender?.Counted(letter.Received, options.Value.LettersPerHour + 1), cancellation);
        instruments.Sorted(letter.Class);
        Kept(kept.Id, letter.Class, letter.Rule, letter.EpisodeRule);
        return await letters.FindAsync(letter.Show, letter.Id, cancellation);
    }

    private async Task<string?> FailedShowAsync(Bounce bounce, string failed, CancellationToken cancellation)
    {
        foreach (var message in bounce.Messages)
            if (await sent.WasSentAsync(message, failed, cancellation)) return message.Show;
        return null;
    }

    // A flood is kept and comes bundled: neither answered nor forwarded one by one.
    private async Task<bool> IsFullAsync(Letter letter, Show? show, CancellationToken cancellation)
    {
        var most = show?.Mail.LettersPerHour ?? options.Value.ShowLettersPerHour;
        var recent = await letters.BetweenAsync(letter.Show, letter.Received.AddHours(-1), letter.Received, 2 * most, cancellation);
        return recent.Count(l => l.Class == MailClass.Letter) >= most;
    }

    [LoggerMessage(5, LogLevel.Information, "Mail {Id} is dropped: {Rule}.")]
    private partial void Dropped(string id, string rule);

    [LoggerMessage(6, LogLevel.Information, "Mail {Id} is kept as {Class}: {Rule}, {EpisodeRule}.")]
    private partial void Kept(string id, MailClass @class, string rule, string episodeRule);

    [LoggerMessage(7, LogLevel.Information, "Mail {Id} answers a letter and was passed on, or had been.")]
    private partial void Relayed(string id);
}

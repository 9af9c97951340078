using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Mail.Answering;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Reviewing;
using Soundoff.Operations;

namespace Soundoff.Mail;

/// <summary>Deletes every night what is older than it may be, and does what a crash left undone about pages.</summary>
public sealed class MailExpiry(
    MailStore mails, LetterStore letters, LetterEraser eraser, SenderBook senders, PublishedLetters pages, CallerProof proof, EventWebhook events, LetterReview review, ContactLimit limit,
    FormerVersions versions, IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>Raw messages, then letters that are not published, then addresses that no letter is by any more, then marks of what was handled, then what the account still keeps of all that.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await mails.ExpireAsync(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-options.Value.RawDays), cancellation);
        var oldest = now.AddDays(-options.Value.LetterDays);
        foreach (var show in await letters.ShowsAsync(cancellation))
        {
            foreach (var letter in await letters.BeforeAsync(show, oldest, cancellation))
                if (!letter.IsPublic) await eraser.RemoveAsync(letter, cancellation);
            await limit.ForgetAsync(show, cancellation);
            await senders.ExpireAsync(show, DateOnly.FromDateTime(oldest.UtcDateTime), cancellation);
            await pages.RenderAsync(show, cancellation);
        }

        await proof.ForgetAsync(cancellation);
        await events.ForgetAsync(cancellation);
        await review.ForgetAsync(cancellation);
        await versions.ForgetAsync(cancellation);
    }
}

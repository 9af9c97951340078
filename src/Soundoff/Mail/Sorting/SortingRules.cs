using Soundoff.Mail.Sorting.Bounces;
using Soundoff.Mail.Sorting.Proof;

namespace Soundoff.Mail.Sorting;

/// <summary>The rules in the order in which they are asked. The documentation's table is made from this one.</summary>
public static class SortingRules
{
    /// <summary>The first that holds decides; the last always holds.</summary>
    public static IReadOnlyList<SortingRule> All { get; } =
    [
        new("duplicate.seen", MailClass.Duplicate, "The show has had this message: same message id and same text.", e => e.Known.Seen),

        new("ours.loop-header", MailClass.Ours, "It carries the mark of mail that Soundoff sends.", OwnMail.HasMark),
        new("ours.message-id", MailClass.Ours, "Its message id is one that Soundoff gave, at a domain of ours.", OwnMail.HasOurMessageId),
        new("ours.author", MailClass.Ours, "A show's own address wrote it.", OwnMail.IsByOurAddress),

        new("bounce.null-sender", MailClass.Bounce, "The envelope's sender is empty, and nothing says that an automatic answer came instead of a bounce.", NullSender.IsOfBounce),
        new("bounce.delivery-report", MailClass.Bounce, "It is a delivery report (RFC 3464).", e => e.Mail.Structure.IsDeliveryReport),
        new("bounce.daemon", MailClass.Bounce, "A mail system's own address writes about a message.", e => e.Signs.IsByDaemon),
        new("bounce.prose", MailClass.Bounce, "A mail system tells in its own words that a message was not delivered.", e => e.Signs.IsProse),

        new("automatic.auto-submitted", MailClass.Automatic, "Auto-Submitted says so (RFC 3834).", AutomaticHeaders.IsAutoSubmitted),
        new("automatic.feedback-report", MailClass.Automatic, "It is a feedback report (RFC 5965).", e => e.Mail.Structure.IsFeedbackReport),
        new("automatic.read-receipt", MailClass.Automatic, "It is a read receipt (RFC 8098).", e => e.Mail.Structure.IsReadReceipt),
        new("automatic.precedence", MailClass.Automatic, "Precedence is bulk, junk or auto_reply.", AutomaticHeaders.HasLowPrecedence),
        new("automatic.list", MailClass.Automatic, "It came through a mailing list or newsletter (RFC 2369, RFC 2919).", AutomaticHeaders.IsFromList),
        new("automatic.autoreply-header", MailClass.Automatic, "An automatic answer's own header field marks it.", AutomaticHeaders.MarksAutoreply),
        new("automatic.unattended", MailClass.Automatic, "It asks for no automatic answer, and its address says that nobody reads what is sent there.", UnattendedSender.Holds),
        new("automatic.calendar-reply", MailClass.Automatic, "It answers an invitation without a word.", AutomaticHeaders.IsWordlessCalendarReply),
        new("automatic.vacation", MailClass.Automatic, "Subject and one more sign tell of an absence notice.", e => e.Wording.IsVacation),
        new("automatic.receipt", MailClass.Automatic, "Subject and text confirm that a message was received or read.", e => e.Wording.IsReceipt),
        new("automatic.challenge", MailClass.Automatic, "It asks the sender to prove to be a person.", e => e.Wording.IsChallenge),

        new("blocked.sender", MailClass.Blocked, "A host has blocked the sender.", e => e.Known.Blocked),

        new("spam.score", MailClass.Spam, "The spam score is over the show's threshold.", e => e.Delivery.SpamScore > e.Known.SpamThreshold),
        new("spam.forged-sender", MailClass.Spam, "Neither SPF nor DKIM vouches for the author's domain, and one of them speaks against it.", SenderProof.IsForged),
        new("spam.hourly-limit", MailClass.Spam, "The sender has written more letters than one hour may bring.", e => e.Known.LettersLastHour >= e.Known.HourlyLimit),

        new("letter", MailClass.Letter, "None of the others: a person writes.", _ => true),
    ];
}

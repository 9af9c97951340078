namespace Soundoff.Mail.Sorting.Bounces;

/// <summary>
/// Tells what an empty envelope sender means. Mail systems send bounces so (RFC 5321 section 6.1), and RFC 3834 section 3.3 asks absence notices to come so too.
/// </summary>
internal static class NullSender
{
    /// <summary>
    /// Whether it makes the message a bounce: it does, unless a later rule is sure to take it for an automatic answer and no sign of a bounce is there. What has
    /// no sign of either stays a bounce, and nothing that had an empty sender becomes a letter by this.
    /// </summary>
    public static bool IsOfBounce(Evidence evidence) => evidence.Delivery.From?.Trim(' ', '<', '>') is "" && !(IsAnswer(evidence) && !IsReturned(evidence));

    // Each of these is a rule of its own among those of automatic mail.
    private static bool IsAnswer(Evidence evidence) => AutomaticHeaders.IsAutoReplied(evidence) || AutomaticHeaders.MarksAutoreply(evidence) || evidence.Wording.IsVacation;

    // Exim marks its bounces "auto-replied" as well.
    private static bool IsReturned(Evidence evidence)
    {
        var (structure, signs) = (evidence.Mail.Structure, evidence.Signs);
        return structure.IsDeliveryReport || structure.DeliveryStatus is not null || structure.ReturnedHeaders is not null || signs.IsByDaemon || signs.IsProse
            || (signs.IsSpoken && !evidence.Wording.IsVacation);
    }
}

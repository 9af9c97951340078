namespace Soundoff.Mail.Reading;

/// <summary>How a message is built, as far as that tells what it is: reports, returned messages, answers to invitations.</summary>
public sealed record MailStructure
{
    /// <summary>A message of one plain text.</summary>
    public static MailStructure Plain { get; } = new();

    /// <summary>The media types of its parts, lower case, in the order of the message, the outermost first; a message inside counts as one part.</summary>
    public IReadOnlyList<string> Types { get; init; } = ["text/plain"];

    /// <summary>The <c>report-type</c> of a message that is a <c>multipart/report</c> as a whole, lower case; null otherwise.</summary>
    public string? ReportType { get; init; }

    /// <summary>The method of a calendar part, upper case: <c>REPLY</c>; null without one.</summary>
    public string? CalendarMethod { get; init; }

    /// <summary>The text of the first <c>message/delivery-status</c> part: groups of fields (RFC 3464). Null without one.</summary>
    public string? DeliveryStatus { get; init; }

    /// <summary>The header fields of the first message inside, one a line; null without one.</summary>
    public string? ReturnedHeaders { get; init; }

    /// <summary>Whether the message as a whole is a delivery report. A report inside a mixed message may have been passed on by a person.</summary>
    public bool IsDeliveryReport =>
        IsReport("delivery-status", "message/delivery-status") || Types[0] is "message/delivery-status" or "message/global-delivery-status";

    /// <summary>Whether it reports a complaint. Outlook.com wraps the message complained of without a report and marks that one's header.</summary>
    public bool IsFeedbackReport =>
        IsReport("feedback-report", "message/feedback-report") || (ReturnedHeaders?.Contains("X-HmXmrOriginalRecipient:", StringComparison.OrdinalIgnoreCase) ?? false);

    /// <summary>Whether it tells that a message was displayed or deleted.</summary>
    public bool IsReadReceipt => IsReport("disposition-notification", "message/disposition-notification");

    /// <summary>Whether the message as a whole is a report of this type, be it that only its part says so.</summary>
    public bool IsReport(string reportType, string partType) =>
        ReportType == reportType || (Types[0] == "multipart/report" && ReportType is null or "" && Types.Contains(partType));
}

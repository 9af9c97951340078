namespace Soundoff.Mail.Receiving;

/// <summary>What became of a message that was sent.</summary>
public enum DeliveryEventKind
{
    /// <summary>Accepted by the provider.</summary>
    Processed,

    /// <summary>Accepted by the receiver's server.</summary>
    Delivered,

    /// <summary>Put off by the receiver's server; the provider goes on trying.</summary>
    Deferred,

    /// <summary>Refused by the receiver's server for a time or for its content, not for the address.</summary>
    Blocked,

    /// <summary>Refused for good: there is no such mailbox.</summary>
    Bounce,

    /// <summary>Not even tried, since the address bounced, complained or unsubscribed before, or is none.</summary>
    Dropped,

    /// <summary>The receiver called it spam.</summary>
    SpamReport,

    /// <summary>The receiver wants no more.</summary>
    Unsubscribe,
}

/// <summary>One event of the provider's event webhook.</summary>
public sealed record DeliveryEvent
{
    /// <summary>The same for the same event, however often it is told (<c>sg_event_id</c>).</summary>
    public required string Id { get; init; }

    public required DeliveryEventKind Kind { get; init; }

    /// <summary>To whom the message was sent, lower case.</summary>
    public required string Address { get; init; }

    /// <summary>When it happened, to the second.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The id of the message that was sent, without angle brackets; null when the event does not say.</summary>
    public string? MessageId { get; init; }

    /// <summary>Why, in the words of the receiving server or the provider: may hold addresses, so not for logs.</summary>
    public string? Reason { get; init; }

    /// <summary>Status code of RFC 3463, such as <c>5.1.1</c>; null when there is none.</summary>
    public string? Status { get; init; }

    /// <summary>Whether nothing more may be sent to the address: it does not exist, or whoever reads it does not want to hear from us.</summary>
    public bool Ends => Kind is DeliveryEventKind.Bounce or DeliveryEventKind.Dropped or DeliveryEventKind.SpamReport or DeliveryEventKind.Unsubscribe;
}
